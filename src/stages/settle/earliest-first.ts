import { compareByCodePoint } from '../../text/code-points.js';

/** Orders judgements by their time, then by the id of their decision. */
export function earliestFirst(
  one: { readonly time: string; readonly verdict: { readonly decisionId: string } },
  other: { readonly time: string; readonly verdict: { readonly decisionId: string } },
): number {
  return (
    compareByCodePoint(one.time, other.time) ||
    compareByCodePoint(one.verdict.decisionId, other.verdict.decisionId)
  );
}
