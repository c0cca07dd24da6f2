import { UserError } from '../errors.js';
import type { Run } from '../model/run.js';
import { leftOutSpans } from '../store/counted-text.js';
import type { Store } from '../store/store.js';
import { fingerprint } from './record-run.js';

/** What a run must know of the stretches of its cases that were left out; nothing where all of them counted. */
export function countedInputs(store: Store, cases: Run['cases']): Readonly<Record<string, string>> {
  const leftOut = cases.flatMap(({ caseId, version }) => {
    const spans = leftOutSpans(store, caseId, version);
    return spans.length === 0 ? [] : [[caseId, version, spans]];
  });
  return leftOut.length === 0 ? {} : { leftOut: fingerprint(leftOut) };
}

/**
 * Asks that the same stretches of the cases count now as when a run coded them.
 * @throws UserError regions/changed
 */
export function requireSameCounted(store: Store, { cases, inputs }: Run): void {
  if (countedInputs(store, cases)['leftOut'] !== inputs['leftOut']) {
    throw new UserError('regions/changed', { database: store.calledAs });
  }
}
