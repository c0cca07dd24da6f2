import type { Candidate } from '../model/candidate.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { DecidedWord } from '../model/decisions/verdict.js';
import type { Keyword } from '../model/keyword.js';
import type { ScreeningRules } from '../model/screening-rules.js';
import { chooseRules, rulesInForce, saveRules } from '../project/choose-rules.js';
import type { Context } from '../project/context.js';
import { groupTexts } from '../project/group-cases.js';
import { nameTestOf } from '../project/name-test.js';
import { literalOccurrences } from '../project/placed-keywords.js';
import { projectForm } from '../project/project-form.js';
import { rankEachGroup } from '../project/rank-candidates.js';
import { findGenerations, type RankedGroups } from '../project/ranked-groups.js';
import { fingerprint, recordRun, statisticsIdOf } from '../project/record-run.js';
import { mentionTest } from '../project/verdict-question.js';
import { dropReason } from '../stages/screen/apply-rules.js';
import type { NameTest } from '../stages/screen/recognise-names.js';
import { rulesInTextForm } from '../stages/screen/rules-text-form.js';
import { screenKeywords as screenCandidates } from '../stages/screen/screen-keywords.js';
import { dictionaryEntry } from '../stages/segment/jieba.js';
import { type NearSynonyms, nearSynonyms } from '../stages/weigh/near-synonyms.js';
import { sideBySide } from '../stages/weigh/opposites.js';
import { countWithoutText, currentVersions } from '../store/case-table.js';
import { saveParsed } from '../store/content-table.js';
import { readCountedString } from '../store/counted-text.js';
import { currentBasis, isSameBasis, markDerived, SCREENING } from '../store/derivation-table.js';
import { keywordsOfGroup, keywordsOfWord, replaceKeywords } from '../store/keyword-table.js';
import { packWords, type RuleDrop, replaceRankings, replaceRuleDrops } from '../store/ranking-table.js';
import { replaceReadWords } from '../store/read-word-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { readVerdicts } from '../store/verdict-table.js';
import { groupBy } from '../text/group-by.js';

/** What screening did. */
export interface ScreenReport {
  readonly runId: string;
  readonly rules: string;
  readonly considered: number;
  readonly kept: number;
  /** Kept keywords that look like near-synonyms: offered to people, never folded by the program. */
  readonly suggestedFolds: readonly SuggestedFold[];
  /** How many cases are left out because they have no text. */
  readonly withoutText: number;
}

/** Two kept keywords of one group that people may want to fold. */
export interface SuggestedFold {
  readonly group: string;
  readonly word: string;
  readonly into: string;
  readonly reason: NearSynonyms['reason'];
  /** The characters both end with. */
  readonly head: string;
  /** 0–1. */
  readonly similarity: number;
}

/** What to screen by; what is left out stays as it was in the project. */
export interface ScreenOptions {
  /** A file of rules, which then apply alone, or `general`. */
  readonly rules?: string | undefined;
  /** The codebook about to be applied, whose study may have rules of its own. */
  readonly codebook?: string | undefined;
}

/**
 * Screens the candidates of the project with decisions on top: by the rules of a file, else by the general ones and those
 * of the study whose codebook is applied, else by the last used.
 */
export async function screenKeywords(context: Context, options: ScreenOptions): Promise<ScreenReport> {
  const { store } = context;
  const started = context.now();
  const chosen = chooseRules(store, options);
  const { rules, name } = rulesInForce(chosen);
  const inForce = rulesInTextForm(rules, projectForm(store));
  const groups = groupTexts(store);
  const generations = findGenerations(store, groups);
  const top = Number(getSetting(store, 'top'));
  const basis = currentBasis(store);
  const verdicts = readVerdicts(store);
  const { considered, rankings } = rankGroups(store, generations, top, verdicts);
  const added = verdicts.filter(
    ({ verdict, group }) => (verdict.kind === 'add' || verdict.added) && group === ALL_GROUPS,
  );
  const literally = literalOccurrences(store, new Set(added.map(({ word }) => word)));
  const drops = ruleDrops(considered, inForce, nameTestOf(store, generations));
  const keywords = screenCandidates(
    considered,
    inForce,
    verdicts,
    (group, word) => (groups.get(group) ?? []).some((caseId) => literally.get(caseId)?.has(word)),
    ({ group, word }) => drops.get(`${group}\t${word}`)?.reason ?? null,
  );
  const readWords = casesOfWords(store, [...added, ...keywords.filter(({ source }) => source === 'reading')]);
  return store.transaction(() => {
    const isUnchanged = isSameBasis(basis, currentBasis(store));
    replaceKeywords(store, keywords);
    replaceRankings(store, rankings);
    replaceRuleDrops(store, drops.values());
    replaceReadWords(store, readWords);
    const hashes = saveRules(store, chosen);
    saveParsed(store, hashes.rules, inForce);
    markDerived(store, SCREENING, isUnchanged ? currentBasis(store) : null);
    const run = recordRun(context, {
      stage: 'screen',
      options: { by: getSetting(store, 'by'), top },
      inputs: {
        statistics: statisticsIdOf(generations),
        ...hashes,
        groups: fingerprint([...groups]),
        decisions: fingerprint(verdicts),
      },
      cases: currentVersions(store, { scope: 'texts' }),
      started,
    });
    return {
      runId: run.id,
      rules: name,
      considered: keywords.length,
      kept: keywords.filter(({ kept }) => kept).length,
      suggestedFolds: suggestFolds(store, keywords),
      withoutText: countWithoutText(store),
    };
  });
}

/**
 * Ranks all words of each group, packs them for decisions to come, and considers the first, and those further down that
 * people decided about.
 */
function rankGroups(
  store: Store,
  generations: RankedGroups,
  top: number,
  verdicts: readonly DecidedWord[],
): { readonly considered: Map<string, Candidate[]>; readonly rankings: Map<string, Buffer> } {
  const mentions = mentionTest(verdicts);
  const considered = new Map<string, Candidate[]>();
  const rankings = new Map<string, Buffer>();
  for (const [group, ranked] of rankEachGroup(store, generations)) {
    rankings.set(group, packWords(store, ranked));
    const isConsidered = ({ rank, word }: Candidate) =>
      rank <= top || mentions(group, word) || mentions(ALL_GROUPS, word);
    considered.set(group, ranked.filter(isConsidered));
  }
  return { considered, rankings };
}

/** The considered words that rules drop, whether or not people decided about them since. */
function ruleDrops(
  considered: ReadonlyMap<string, readonly Candidate[]>,
  rules: ScreeningRules,
  isName: NameTest,
): Map<string, RuleDrop> {
  const drops = new Map<string, RuleDrop>();
  for (const candidate of [...considered.values()].flat()) {
    const { group, word } = candidate;
    const reason = dropReason(candidate, rules.drop, isName);
    if (reason !== null) drops.set(`${group}\t${word}`, { group, word, reason });
  }
  return drops;
}

/** The cases in which words occur literally, by word. */
function casesOfWords(store: Store, ofWords: readonly { readonly word: string }[]): Map<string, string[]> {
  const words = new Set(ofWords.map(({ word }) => word));
  const cases = new Map<string, string[]>(Array.from(words, (word) => [word, []]));
  for (const [caseId, found] of literalOccurrences(store, words)) {
    for (const word of found) cases.get(word)?.push(caseId);
  }
  return cases;
}

/** Whether screening offers, in any group, to fold a word into another. */
export function isFoldSuggested(store: Store, word: string, into: string): boolean {
  if (nearSynonyms([word, into], dictionaryEntry).length === 0) return false;
  const targets = new Set(keywordsOfWord(store, into).flatMap(({ group, kept }) => (kept ? [group] : [])));
  const groups = keywordsOfWord(store, word).filter(({ group, kept }) => kept && targets.has(group));
  return groups.some(({ group }) => {
    const both = keywordsOfGroup(store, group).filter((one) => one.word === word || one.word === into);
    return suggestFolds(store, both).some((fold) => fold.word === word && fold.into === into);
  });
}

/**
 * Offers to fold the lower ranked of two similar kept keywords into the higher ranked one, unless a text of their group sets
 * them side by side.
 */
function suggestFolds(store: Store, keywords: readonly Keyword[]): SuggestedFold[] {
  const groups = groupTexts(store);
  const versions = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  const kept = keywords.filter((keyword) => keyword.kept);
  return [...groupBy(kept, ({ group }) => group)].flatMap(([group, ofGroup]) => {
    const ranked = ofGroup.map(({ word }) => word);
    const similar = nearSynonyms(ranked, dictionaryEntry);
    if (similar.length === 0) return [];
    const apart = new Map(similar.map((pair) => [pair, sideBySide(...pair.words)]));
    const offered = new Set(similar);
    for (const id of groups.get(group) ?? []) {
      const text = readCountedString(store, id, versions.get(id) ?? '');
      for (const pair of offered) if (apart.get(pair)?.test(text)) offered.delete(pair);
    }
    return [...offered].map(({ words, reason, head, similarity }) => {
      const [into, word] = [...words].sort((a, b) => ranked.indexOf(a) - ranked.indexOf(b)) as [
        string,
        string,
      ];
      return { group, word, into, reason, head, similarity };
    });
  });
}
