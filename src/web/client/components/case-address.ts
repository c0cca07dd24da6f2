import type { Span } from '../../../model/span.js';

/** Where a case is read, at a place of it if one is given; a passage without a place is the whole case. */
export function caseAddress(caseId: string, { start, end }: Span = { start: 0, end: 0 }): string {
  return `/cases/${encodeURIComponent(caseId)}${end > 0 ? `?at=${start}-${end}` : ''}`;
}
