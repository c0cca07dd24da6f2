import type { Evidence } from '../model/evidence.js';
import type { Framework } from '../model/framework.js';
import { type MeasuredQuotes, measureQuotes } from '../stages/tabulate/choose-quotes.js';
import { decisionsInBulk } from '../store/decision-log.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';

/** Measures the passages of each code that has any, in the codebook's order: quotes are chosen the same in every output. */
export function measureQuotesOfCodes(
  store: Store,
  framework: Framework | null,
  passages: readonly Evidence[],
): Map<string, MeasuredQuotes> {
  const isInBulk = bulkTest(store, passages);
  const ofCodes = groupBy(passages, ({ codeId }) => codeId);
  const codes = framework?.codebook.codes ?? [];
  return new Map(
    codes.flatMap(({ id }) => {
      const own = ofCodes.get(id);
      return own ? [[id, measureQuotes(own, isInBulk)] as const] : [];
    }),
  );
}

/** Returns a test of whether people confirmed a passage only together with others. */
export function bulkTest(store: Store, passages: readonly Evidence[]): (passage: Evidence) => boolean {
  const inBulk = decisionsInBulk(
    store,
    passages.flatMap(({ decisionIds }) => decisionIds),
  );
  return ({ decisionIds }) => decisionIds.every((id) => inBulk.has(id));
}
