import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { Judgement } from '../model/decisions/judgement.js';
import type { Verdict } from '../model/decisions/verdict.js';
import type { JudgedUnit } from '../stages/assess/agreement/judged-unit.js';
import { countCoders } from '../stages/assess/agreement/ratings.js';
import { outcomeOf, standingFor } from '../stages/settle/settle-word.js';
import { type Question, readAllJudgements } from '../store/judgement-table.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';

/** A keyword that two or more coders judged. */
export interface KeywordUnitJudged extends JudgedUnit {
  readonly group: string;
  readonly word: string;
  readonly decisions: readonly string[];
}

/** What coders said of keywords, and how many of these one coder alone judged. */
export interface JudgedKeywordUnits {
  readonly units: readonly KeywordUnitJudged[];
  readonly unitsOfOne: number;
}

/**
 * Collects what coders said about keywords of one aspect: of screening whether one stays, of mapping which core keyword it
 * belongs to. A verdict for all groups counts in each group that another coder judged by itself. Groups are what is
 * resampled; what all coders judged for all groups, word by word.
 */
export function judgedKeywords(
  store: Store,
  aspect: Question['aspect'],
  { coders, isHidden }: { readonly coders: readonly string[]; readonly isHidden: (group: string) => boolean },
): JudgedKeywordUnits {
  const bitOf = new Map(coders.map((coder, at) => [coder, 1 << at]));
  const judgements = readAllJudgements(store).filter((one) => one.aspect === aspect && bitOf.has(one.coder));
  const units: KeywordUnitJudged[] = [];
  let unitsOfOne = 0;
  for (const [word, own] of groupBy(judgements, (one) => one.word)) {
    for (const group of groupsOf(own)) {
      if (isHidden(group)) continue;
      const standing = standingFor(own, group);
      const unit = unitOf(group, word, standing, bitOf);
      if (countCoders(unit.full) > 1) units.push(unit);
      else unitsOfOne += 1;
    }
  }
  return { units, unitsOfOne };
}

/** The groups to compare: those judged by themselves, and all groups where two coders judged for all of them. */
function groupsOf(judgements: readonly Judgement[]): string[] {
  const groups = [...new Set(judgements.map(({ group }) => group))];
  const ofAll = judgements.filter(({ group }) => group === ALL_GROUPS).length;
  return groups.filter((group) => group !== ALL_GROUPS || ofAll > 1 || groups.length === 1);
}

function unitOf(
  group: string,
  word: string,
  standing: readonly Judgement[],
  bitOf: ReadonlyMap<string, number>,
): KeywordUnitJudged {
  const answers = groupBy(standing, ({ verdict }) => answerOf(verdict));
  const bits = (own: readonly Judgement[]) =>
    own.reduce((coders, { coder }) => coders | (bitOf.get(coder) as number), 0);
  return {
    group,
    word,
    cluster: group === ALL_GROUPS ? `${ALL_GROUPS}\t${word}` : group,
    full: bits(standing),
    said: [...answers].map(([code, own]) => ({ code, yes: bits(own), no: 0, silent: 0 })),
    time: standing.reduce<string | null>(
      (latest, { time }) => (latest && latest > time ? latest : time),
      null,
    ),
    decisions: standing.map(({ verdict }) => verdict.decisionId),
  };
}

/** What a verdict says, by which two of them agree: of a merge the core keyword. */
function answerOf(verdict: Verdict): string {
  return verdict.kind === 'merge' ? (verdict.into ?? '') : outcomeOf(verdict).trim();
}
