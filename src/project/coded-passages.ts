import type { CodedPassage } from '../model/coded-passage.js';
import { settlePassages } from '../stages/settle/settle-passages.js';
import { readCase } from '../store/case-table.js';
import { readStoredPassages } from '../store/coded-passage-table.js';
import type { Store } from '../store/store.js';
import { pushAll } from '../text/many.js';
import { findPassage } from './find-quote.js';
import { readSettledByCase } from './settled-sentences.js';

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
  const wanted = caseIds && new Set(caseIds);
  const settled = [...readSettledByCase(store, codebookId)].flatMap(([caseId, sentences]) =>
    wanted?.has(caseId) === false ? [] : sentences,
  );
  return settlePassages(
    readStoredPassages(store, { codebookId, caseIds }),
    settled,
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
