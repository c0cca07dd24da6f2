import type { CodedPassage, Origin } from '../model/coded-passage.js';
import type { Cells } from './row-difference.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/** Makes the cells of an assignment of an origin, in the order of the columns. */
export function assignmentCells(store: Store, origin: Origin): (one: CodedPassage) => Cells {
  return (one) => [
    one.codebookId,
    versionNumber(store, one.caseId, one.version),
    one.start,
    one.end,
    one.codeId,
    one.polarity,
    triggersOf(one),
    origin,
    one.coder,
    one.quote,
    one.cleanQuote === one.quote ? null : one.cleanQuote,
    one.status,
    one.decisionId,
  ];
}

/** What an assignment was found by, as its column has it. */
export function triggersOf({ keywords, rules }: Pick<CodedPassage, 'keywords' | 'rules'>): string {
  return JSON.stringify({ keywords, rules });
}
