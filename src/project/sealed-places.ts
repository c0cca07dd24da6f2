import { UserError } from '../errors.js';
import type { Span } from '../model/span.js';
import { readSealedStatements } from '../store/sealed-statement-table.js';
import type { Store } from '../store/store.js';

/** A place in the raw text of a case version. */
interface CasePlace extends Span {
  readonly caseId: string;
  readonly version: string;
}

/** Makes a function that reads the sealed statements of a case version, once for places of one case after the other. */
export function sealedReader(store: Store): (place: Omit<CasePlace, 'start' | 'end'>) => readonly Span[] {
  let last: { readonly key: string; readonly sealed: readonly Span[] } | undefined;
  return ({ caseId, version }) => {
    const key = `${version}\t${caseId}`;
    if (last?.key !== key) last = { key, sealed: readSealedStatements(store, caseId, version) };
    return last.sealed;
  };
}

/** Whether a place lies, in part at least, in one of some sealed statements. */
export function isSealed(place: Span, sealed: readonly Span[]): boolean {
  return sealed.some(({ start, end }) => start < place.end && place.start < end);
}

/** A text whose sealed statements nobody is to read: each of their characters is a dot, so that all places stay. */
export function maskSealed(text: string, sealed: readonly Span[]): string {
  if (sealed.length === 0) return text;
  const letters = [...text];
  for (const { start, end } of sealed) {
    for (let at = start; at < end; at += 1) if (!/\s/.test(letters[at] as string)) letters[at] = '…';
  }
  return letters.join('');
}

/**
 * Asks that nothing of a place is sealed: for whatever codes or judges it.
 * @throws UserError passage/sealed
 */
export function requireUnsealed(
  place: CasePlace & { readonly quote: string },
  sealed: readonly Span[],
): void {
  const { caseId, quote } = place;
  if (isSealed(place, sealed)) throw new UserError('passage/sealed', { caseId, quote });
}
