import type { CaseHead } from '../model/case.js';
import type { CodedPassage } from '../model/coded-passage.js';
import { isApart } from '../model/coder-round.js';
import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import { settlePassages } from '../stages/settle/settle-passages.js';
import { type SettledSentence, settleSentences } from '../stages/settle/settle-sentences.js';
import { readAllDone } from '../store/case-done-table.js';
import { currentVersions, readCase } from '../store/case-table.js';
import { readStoredPassages } from '../store/coded-passage-table.js';
import { leftOutSpans, readCountedString } from '../store/counted-text.js';
import { readJudgementsOfCase, readPassageJudgements } from '../store/passage-verdict-table.js';
import { readSentenceAdjudications } from '../store/sentence-adjudication-table.js';
import { readSentences } from '../store/sentence-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { pushAll } from '../text/many.js';
import type { SentenceList } from '../text/sentence-list.js';
import { findPassage } from './find-quote.js';
import { isSealed, sealedReader } from './sealed-places.js';

/**
 * Reads the coded passages of a codebook: what the program proposed, with what coders said of it and coded themselves, as it is
 * settled. Rejected ones are among them.
 * @param caseIds the cases to read; otherwise all
 */
export function readCodedPassages(
  store: Store,
  codebookId: string,
  caseIds?: readonly string[],
): CodedPassage[] {
  const settled = readSettledSentences(store, codebookId);
  const wanted = caseIds && new Set(caseIds);
  return settlePassages(
    readStoredPassages(store, { codebookId, caseIds }),
    wanted ? settled.filter(({ caseId }) => wanted.has(caseId)) : settled,
    ({ caseId, version }, span) => {
      const one = readCase(store, caseId, version);
      if (!one) throw new Error(`case ${caseId} has no version ${version}`);
      return findPassage(store, one, { span });
    },
  );
}

/** How many cases are read at a time. */
const CASES_AT_ONCE = 200;

/** Reads cases part by part: the assignments that led to what is read need not be in memory for all of them. */
export function inParts<T>(
  caseIds: readonly string[],
  read: (caseIds: readonly string[]) => readonly T[],
): T[] {
  const rows: T[] = [];
  for (let at = 0; at < caseIds.length; at += CASES_AT_ONCE) {
    pushAll(rows, read(caseIds.slice(at, at + CASES_AT_ONCE)));
  }
  return rows;
}

/** What coders said of the sentences of a codebook that count, and what is in force of it. */
export function readSettledSentences(store: Store, codebookId: string): readonly SettledSentence[] {
  return store.remember(`settled sentences ${codebookId}`, () => {
    const { counted } = judgementsByCounting(store, codebookId);
    return settle(store, codebookId, counted);
  });
}

/** The same of one case alone, which takes no longer where a project has many. */
export function readSettledInCase(
  store: Store,
  codebookId: string,
  { id, version }: Pick<CaseHead, 'id' | 'version'>,
): readonly SettledSentence[] {
  const { counted } = partByCounting(store, readJudgementsOfCase(store, codebookId, id, version));
  return settle(store, codebookId, counted);
}

function settle(store: Store, codebookId: string, counted: readonly PassageJudgement[]): SettledSentence[] {
  const judgements = counted.filter(({ verdict }) => !isApart(verdict.coder));
  if (judgements.length === 0) return [];
  const cases = currentVersions(store, { scope: 'all' });
  const current = new Map(cases.map(({ caseId, version }) => [caseId, version]));
  const lists = new Map<string, SentenceList>();
  return settleSentences({
    judgements,
    done: readAllDone(store).filter((one) => one.codebookId === codebookId && !isApart(one.coder)),
    adjudicated: readSentenceAdjudications(store, codebookId),
    leadCoder: getSetting(store, 'lead-coder'),
    // Passages that a new text lost stay with the old one, whose sentences nobody counts.
    sentencesOf: (caseId, version) => {
      if (current.get(caseId) !== version) return null;
      const list = lists.get(caseId) ?? readSentences(store, caseId, version).counted;
      lists.set(caseId, list);
      return list;
    },
  });
}

/** What coders judged where the text counts, and what in text that is left out. */
interface PartedJudgements {
  readonly counted: readonly PassageJudgement[];
  readonly leftOut: readonly PassageJudgement[];
}

/** Tells the passages that coders judged where the text counts from those they judged in what is left out. */
export function judgementsByCounting(store: Store, codebookId: string): PartedJudgements {
  return partByCounting(store, readPassageJudgements(store, codebookId));
}

function partByCounting(store: Store, judgements: readonly PassageJudgement[]): PartedJudgements {
  const sealedOf = sealedReader(store);
  const texts = new Map<string, string | null>();
  const textOf = (caseId: string, version: string): string | null => {
    const known = texts.get(caseId);
    if (known !== undefined) return known;
    const isWhole = leftOutSpans(store, caseId, version).length === 0;
    const text = isWhole ? null : readCountedString(store, caseId, version);
    texts.set(caseId, text);
    return text;
  };
  const counted: PassageJudgement[] = [];
  const leftOut: PassageJudgement[] = [];
  for (const judgement of judgements) {
    const text = textOf(judgement.caseId, judgement.version);
    const counts =
      text === null ||
      (text.includes(judgement.verdict.cleanQuote) && !isSealed(judgement, sealedOf(judgement)));
    (counts ? counted : leftOut).push(judgement);
  }
  return { counted, leftOut };
}
