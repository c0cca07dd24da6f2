import { UserError } from '../errors.js';
import type { Case } from '../model/case.js';
import { caseIds, readCase, readCases } from '../store/case-table.js';
import { readNormalizedText } from '../store/normalized-text-table.js';
import type { Store } from '../store/store.js';
import { codePointLength } from '../text/code-points.js';
import { nearest } from '../text/nearest.js';

/** A case as it is listed: `characters` counts the code points of its raw text. */
export type CaseSummary = Omit<Case, 'text'> & { readonly characters: number };

/** A case with the raw text that spans point into and the clean text that is analysed. */
export type CaseDetail = Omit<Case, 'batch'> & { readonly cleanText: string };

/** The current versions of all cases (of one batch). */
export function listCases(store: Store, batch?: string): CaseSummary[] {
  return [...readCases(store, batch === undefined ? {} : { batch })].map(({ text, ...summary }) => ({
    ...summary,
    characters: codePointLength(text),
  }));
}

/** One case whole. */
export function showCase(store: Store, id: string): CaseDetail {
  const found = readCase(store, id);
  if (!found) {
    throw new UserError('cases/unknown-case', { id, near: nearest(id, caseIds(store), 5).join(', ') });
  }
  const { title, text, attributes, source, version } = found;
  const cleanText = readNormalizedText(store, id, version)?.text ?? '';
  return { id, title, text, cleanText, attributes, source, version };
}
