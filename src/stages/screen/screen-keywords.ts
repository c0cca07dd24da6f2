import type { RankedWord } from '../../model/candidate.js';
import { ALL_GROUPS } from '../../model/decisions/all-groups.js';
import type { DecidedWord, Verdict } from '../../model/decisions/verdict.js';
import type { Keyword } from '../../model/keyword.js';
import type { ScreeningRules } from '../../model/screening-rules.js';
import { dropReason, foldTarget } from './apply-rules.js';
import { takeFirst } from './take-first.js';

type DropOf = (candidate: RankedWord) => string | null;
type Verdicts = ReadonlyMap<string, Verdict>;
type Fate = Pick<Keyword, 'kept' | 'reason'> & { detail?: string; countsFor?: string; verdict?: Verdict };

/**
 * Screens the ranked candidates of every group in the model study's order: drop → fold near-synonyms →
 * take the first k → add by reading. People's decisions overrule the rules at each step; what was dropped
 * stays in the result with its reason. `occurs` tells whether a word stands in the texts of a group: an
 * addition made for all groups counts only there. `dropOf` gives the reason of the rule that drops a candidate.
 */
export function screenKeywords(
  candidates: ReadonlyMap<string, readonly RankedWord[]>,
  rules: ScreeningRules,
  decisions: readonly DecidedWord[],
  occurs: (group: string, word: string) => boolean,
  dropOf: DropOf = (candidate) => dropReason(candidate, rules.drop, () => false),
): Keyword[] {
  const screening = decisions.filter(({ aspect }) => aspect === 'screening');
  return [...candidates].flatMap(([group, ranked]) => {
    const verdicts = verdictsOf(group, screening, occurs);
    return [...screenMined(ranked, rules, verdicts, dropOf), ...addByReading(group, ranked, verdicts)];
  });
}

/** The verdicts in force for one group: its own before those for all groups. */
function verdictsOf(
  group: string,
  decisions: readonly DecidedWord[],
  occurs: (group: string, word: string) => boolean,
): Verdicts {
  const general = decisions.filter(
    ({ group: target, word, verdict }) =>
      target === ALL_GROUPS && (!wasAdded(verdict) || occurs(group, word)),
  );
  const own = decisions.filter(({ group: target }) => target === group);
  return new Map([...general, ...own].map(({ word, verdict }) => [word, verdict]));
}

/** Whether a reader found the word, whatever was decided about it since. */
const wasAdded = ({ kind, added }: Verdict) => kind === 'add' || added === true;

function screenMined(
  ranked: readonly RankedWord[],
  rules: ScreeningRules,
  verdicts: Verdicts,
  dropOf: DropOf,
): Keyword[] {
  const fate = (candidate: RankedWord): Fate => {
    const verdict = verdicts.get(candidate.word);
    if (verdict?.kind === 'drop') return { kept: false, reason: 'decided-drop', verdict };
    const dropped = verdict ? null : dropOf(candidate);
    if (dropped !== null) return { kept: false, reason: 'rule-drop', detail: dropped };
    const target = foldTarget(candidate.word, rules.fold, verdicts);
    if (target !== candidate.word) {
      return verdict
        ? { kept: false, reason: 'decided-fold', countsFor: target, verdict }
        : { kept: false, reason: 'rule-fold', countsFor: target };
    }
    if (verdict?.kind === 'keep') return { kept: true, reason: 'decided-keep', verdict };
    if (candidate.frequency < rules.take.minFrequency) return { kept: false, reason: 'too-rare' };
    if (rules.take.newWordsOnly && !candidate.isNew) return { kept: false, reason: 'not-new' };
    return { kept: true, reason: 'top' };
  };
  const listed = foldTogether(ranked, rules, verdicts, dropOf)
    .filter(({ word }) => verdicts.get(word)?.kind !== 'add')
    .map((candidate) => keywordOf(candidate, 'mined', fate(candidate)));
  return takeFirst(listed, rules.take.top);
}

/**
 * Lists every keyword that others are folded into where the first of them ranks, and as new when one of them
 * is; one that is no candidate itself takes over the figures of the first.
 */
function foldTogether(
  ranked: readonly RankedWord[],
  rules: ScreeningRules,
  verdicts: Verdicts,
  dropOf: DropOf,
): RankedWord[] {
  const mined = new Map(ranked.map((candidate) => [candidate.word, candidate]));
  const listed = new Map<string, RankedWord>();
  const list = (word: string, member: RankedWord) => {
    const keyword = listed.get(word) ?? mined.get(word) ?? member;
    const isSame = keyword.word === word && (keyword.isNew || !member.isNew);
    listed.set(word, isSame ? keyword : { ...keyword, word, isNew: keyword.isNew || member.isNew });
  };
  for (const candidate of ranked) {
    list(candidate.word, candidate);
    const verdict = verdicts.get(candidate.word);
    const isDropped = verdict ? verdict.kind === 'drop' : dropOf(candidate) !== null;
    if (!isDropped) list(foldTarget(candidate.word, rules.fold, verdicts), candidate);
  }
  return [...listed.values()];
}

/** The words that readers found: kept, or folded into another, which is then a keyword though nothing mined it. */
function addByReading(group: string, ranked: readonly RankedWord[], verdicts: Verdicts): Keyword[] {
  const byWord = new Map(ranked.map((candidate) => [candidate.word, candidate]));
  const readingOf = (word: string, fate: Fate) =>
    keywordOf(byWord.get(word) ?? { group, word, pos: '', weight: 0, frequency: 0 }, 'reading', fate);
  const read = [...verdicts].filter(
    ([word, verdict]) => verdict.kind === 'add' || (wasAdded(verdict) && !byWord.has(word)),
  );
  const words = new Set(read.map(([word]) => word));
  const targets = new Map<string, Verdict>();
  const listed = read.map(([word, verdict]) => {
    const target = verdict.kind === 'fold' ? foldTarget(word, {}, verdicts) : word;
    if (target === word) return readingOf(word, { kept: true, reason: 'reading', verdict });
    if (!byWord.has(target) && !words.has(target)) targets.set(target, verdict);
    return readingOf(word, { kept: false, reason: 'decided-fold', countsFor: target, verdict });
  });
  const folded = [...targets].map(([word, verdict]) =>
    readingOf(word, { kept: true, reason: 'reading', verdict }),
  );
  return [...listed, ...folded];
}

function keywordOf(
  {
    group,
    word,
    pos,
    weight,
    frequency,
  }: Pick<RankedWord, 'group' | 'word' | 'pos' | 'weight' | 'frequency'>,
  source: Keyword['source'],
  { kept, reason, detail, countsFor, verdict }: Fate,
): Keyword {
  return {
    group,
    word,
    pos,
    weight,
    frequency,
    source,
    kept,
    reason,
    detail: verdict?.reason ?? detail ?? '',
    countsFor: countsFor ?? word,
    decisionId: verdict?.decisionId ?? null,
    coder: verdict?.coder ?? null,
  };
}
