import type { CaseStanding } from '../model/decisions/case-standing.js';
import type { Span } from '../model/span.js';
import { offsetMap } from '../text/code-points.js';
import type { SentenceList } from '../text/sentence-list.js';
import { readCaseStanding } from './case-standing-table.js';
import { readCase, readCaseHead } from './case-table.js';
import { markCurrentTerms } from './counted-terms.js';
import { placeFinder } from './find-place-now.js';
import { forgetDerived } from './forget-derived.js';
import { replaceSealedStatements, type SealedStatement } from './sealed-statement-table.js';
import { readSentences } from './sentence-table.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/**
 * Finds the statements of a case that were sealed in its current text, whatever version of it they were sealed in, and writes
 * where they are. Returns how many are not there any more.
 */
export function placeSealedStatements(store: Store, caseId: string): number {
  const head = readCaseHead(store, caseId);
  if (!head) return 0;
  const { version } = head;
  const standing = readCaseStanding(store, { caseId, question: 'partly-sealed' });
  const spans = standing ? spansInText(store, caseId, version, standing) : [];
  const statements = spans.length > 0 ? sentencesAt(readSentences(store, caseId, version).clean, spans) : [];
  replaceSealedStatements(store, caseId, version, statements);
  const versionNo = versionNumber(store, caseId, version);
  forgetDerived(store, versionNo);
  markCurrentTerms(store, versionNo);
  return (standing?.statements?.length ?? 0) - spans.length;
}

/** Where statements that were sealed in some version of a text are in the current one; those that are gone are left out. */
export function spansInText(
  store: Store,
  caseId: string,
  current: string,
  { version = '', statements = [] }: CaseStanding,
): Span[] {
  if (version === current) return [...statements];
  const text = readCase(store, caseId, version)?.text ?? '';
  const offsets = offsetMap(text);
  const find = placeFinder(store);
  const places = statements.flatMap(({ start, end }) => {
    const quote = text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
    const place = quote === '' ? null : find({ caseId, version, start, end, quote });
    return place === null || place === 'there' ? [] : [place];
  });
  return places.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** The sentences of a text that lie where spans of its raw text are, which rise by where they begin. */
function sentencesAt(list: SentenceList, spans: readonly Span[]): SealedStatement[] {
  const sealed: SealedStatement[] = [];
  let next = 0;
  for (let at = 0; at < list.length; at += 1) {
    const [start, end] = [list.starts[at] as number, list.ends[at] as number];
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    if ((spans[next]?.start ?? Number.POSITIVE_INFINITY) >= end) continue;
    const clean = { start: list.cleanStarts[at] as number, end: list.cleanEnds[at] as number };
    sealed.push({ start, end, clean });
  }
  return sealed;
}
