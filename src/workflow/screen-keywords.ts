import type { Candidate } from '../model/candidate.js';
import type { CaseKeyword } from '../model/case-keyword.js';
import { ALL_GROUPS, type DecidedWord } from '../model/decisions/verdict.js';
import type { Keyword } from '../model/keyword.js';
import { listDivisions } from '../stages/screen/divisions.js';
import { placeKeywords } from '../stages/screen/place-keywords.js';
import { type NameTest, nameTest } from '../stages/screen/recognise-names.js';
import { rulesInTextForm } from '../stages/screen/rules-text-form.js';
import { screenKeywords as screenCandidates } from '../stages/screen/screen-keywords.js';
import { dictionaryEntry } from '../stages/segment/jieba.js';
import { type NearSynonyms, nearSynonyms } from '../stages/weigh/near-synonyms.js';
import { sideBySide } from '../stages/weigh/opposites.js';
import { currentVersions } from '../store/case-table.js';
import { readCountedString } from '../store/counted-text.js';
import { readNewWords } from '../store/generation-table.js';
import { readKeywords, replaceKeywords } from '../store/keyword-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { casesContaining } from '../store/string-index.js';
import { keywordsAmongTerms } from '../store/term-table.js';
import { readVerdicts } from '../store/verdict-table.js';
import { groupBy } from '../text/group-by.js';
import { chooseRules, rulesInForce, saveRules } from './choose-rules.js';
import type { Context } from './context.js';
import { BY_CASE, groupCases } from './group-cases.js';
import { projectForm } from './project-form.js';
import { rankCandidates } from './rank-candidates.js';
import {
  findGenerations,
  generationOfCases,
  generationsIn,
  type RankedGroups,
  statisticsIdOf,
} from './ranked-groups.js';
import { fingerprint, recordRun } from './record-run.js';
import { surroundingsReader } from './word-surroundings.js';

/** What screening did. */
export interface ScreenReport {
  readonly runId: string;
  readonly rules: string;
  readonly considered: number;
  readonly kept: number;
  /** Kept keywords that look like near-synonyms: offered to people, never folded by the program. */
  readonly suggestedFolds: readonly SuggestedFold[];
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
  const groups = groupCases(store, getSetting(store, 'by') ?? BY_CASE);
  const generations = findGenerations(store, groups);
  const top = Number(getSetting(store, 'top'));
  const verdicts = readVerdicts(store);
  // Only decisions reach further down than the first.
  const depth = verdicts.length === 0 ? top : Number.POSITIVE_INFINITY;
  const ranked = consideredCandidates(rankCandidates(store, generations, depth), top, verdicts);
  const added = verdicts.filter(
    ({ verdict, group }) => (verdict.kind === 'add' || verdict.added) && group === ALL_GROUPS,
  );
  const literally = literalOccurrences(store, new Set(added.map(({ word }) => word)));
  const isName = nameTestOf(store, generations);
  const keywords = screenCandidates(
    ranked,
    inForce,
    verdicts,
    (group, word) => (groups.get(group) ?? []).some((caseId) => literally.get(caseId)?.has(word)),
    isName,
  );
  return store.transaction(() => {
    replaceKeywords(store, keywords);
    const hashes = saveRules(store, chosen);
    const run = recordRun(context, {
      stage: 'screen',
      options: { by: getSetting(store, 'by'), top },
      inputs: {
        statistics: statisticsIdOf(generations),
        ...hashes,
        groups: fingerprint([...groups]),
        decisions: fingerprint(verdicts),
      },
      cases: currentVersions(store),
      started,
    });
    return {
      runId: run.id,
      rules: name,
      considered: keywords.length,
      kept: keywords.filter(({ kept }) => kept).length,
      suggestedFolds: suggestFolds(store, keywords),
    };
  });
}

/** Tests candidates for names by the places among the new words of the generation of their group. */
function nameTestOf(store: Store, generations: RankedGroups): NameTest {
  const groups = new Map([...generations].map(([group, { caseIds }]) => [group, caseIds]));
  const surroundings = surroundingsReader(store, groups);
  const divisions = listDivisions();
  const tests = new Map(
    generationsIn(generations).map(({ number }) => {
      const places = readNewWords(store, number).filter(({ pos }) => pos === 'ns_new');
      const found = new Set(places.map(({ word }) => word));
      return [number, nameTest({ lookUp: dictionaryEntry, divisions, found }, surroundings)];
    }),
  );
  return (candidate, kind) => {
    const number = generations.get(candidate.group)?.generation.number ?? 0;
    return tests.get(number)?.(candidate, kind) ?? false;
  };
}

/** The first candidates of each group, and those further down that people decided about. */
function consideredCandidates(
  ranked: ReadonlyMap<string, readonly Candidate[]>,
  top: number,
  verdicts: readonly DecidedWord[],
): Map<string, Candidate[]> {
  return new Map(
    [...ranked].map(([group, ofGroup]) => {
      const inForce = verdicts.filter((decided) => [group, ALL_GROUPS].includes(decided.group));
      const decided = new Set(inForce.flatMap(({ word, verdict: { into } }) => [word, into]));
      return [group, ofGroup.filter(({ rank, word }) => rank <= top || decided.has(word))];
    }),
  );
}

/** The screened keywords in every case where they stand. */
export function placedKeywords(store: Store, keywords = readKeywords(store)): CaseKeyword[] {
  const read = new Set(keywords.filter(({ source }) => source === 'reading').map(({ word }) => word));
  const literally = literalOccurrences(store, read);
  const groups = groupCases(store, getSetting(store, 'by') ?? BY_CASE);
  const generations = generationOfCases(findGenerations(store, groups));
  const stands = new Set(
    keywordsAmongTerms(store)
      .filter(({ caseId, generation }) => generations.get(caseId) === generation)
      .map(({ caseId, word }) => `${caseId}\t${word}`),
  );
  const verdicts = readVerdicts(store);
  const quotes = literalOccurrences(store, new Set(verdicts.flatMap(({ verdict }) => verdict.quote ?? [])));
  return placeKeywords(
    keywords,
    groups,
    verdicts.filter(({ verdict: { caseId = '', quote = '' } }) => quotes.get(caseId)?.has(quote)),
    (caseId, word) => stands.has(`${caseId}\t${word}`) || (literally.get(caseId)?.has(word) ?? false),
  );
}

/** Which of the words occur literally in the counted text of each case. */
function literalOccurrences(store: Store, words: ReadonlySet<string>): Map<string, Set<string>> {
  const occurring = new Map<string, Set<string>>();
  if (words.size === 0) return occurring;
  for (const [word, ids] of casesContaining(store, [...words])) {
    for (const id of ids) occurring.set(id, (occurring.get(id) ?? new Set()).add(word));
  }
  return occurring;
}

/**
 * Offers to fold the lower ranked of two similar kept keywords into the higher ranked one, unless a text of their group sets
 * them side by side.
 */
export function suggestFolds(store: Store, keywords: readonly Keyword[]): SuggestedFold[] {
  const groups = groupCases(store, getSetting(store, 'by') ?? BY_CASE);
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
