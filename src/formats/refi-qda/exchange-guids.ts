import { hash } from 'node:crypto';
import type { Span } from '../../model/span.js';
import { guidOf } from './guid.js';

/** A code that a coder gave to a place of the exchanged text of a case. */
interface ExchangedCoding extends Span {
  readonly codebookId: string;
  readonly caseId: string;
  readonly codeId: string;
  readonly coder: string;
}

/** The GUIDs of what is exported: they come from the ids and contents, so that the same project gives the same file. */
export const exchangeGuids = {
  case: (caseId: string) => guidOf(`cases/${caseId}`),
  source: (caseId: string) => guidOf(`sources/${caseId}`),
  variable: (name: string) => guidOf(`variables/${name}`),
  selection: ({ codebookId, caseId, start, end, coder }: Omit<ExchangedCoding, 'codeId'>) =>
    guidOf(JSON.stringify(['selection', codebookId, caseId, start, end, coder])),
  coding: ({ codebookId, caseId, start, end, coder, codeId }: ExchangedCoding) =>
    guidOf(JSON.stringify(['coding', codebookId, caseId, start, end, coder, codeId])),
  /** @param subject the key of what it is on; @param at how many the coder wrote on it before */
  note: (coder: string, subject: string, at: number) => guidOf(JSON.stringify(['note', coder, subject, at])),
  relation: (codebookId: string, { from, kind, to }: Readonly<Record<'from' | 'kind' | 'to', string>>) =>
    guidOf(JSON.stringify(['relation', codebookId, from, kind, to])),
  /** The note that says what was not carried. */
  report: (codebookId: string) => guidOf(`report/${codebookId}`),
};

/** How many characters of an entry say what it is of. */
export const NAME_LENGTH = 12;

/** What the entries of a thing begin with. */
export function shownName(guid: string): string {
  return guid.replaceAll('-', '').slice(0, NAME_LENGTH);
}

/** One thing as it was when the file was written: whether it is still so can be told of it, and no more. */
export function shownEntry(guid: string, content: string): string {
  return `${shownName(guid)}${hash('sha256', content).slice(0, 8)}`;
}
