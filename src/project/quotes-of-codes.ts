import type { Evidence } from '../model/evidence.js';
import type { Framework } from '../model/framework.js';
import { type ChosenQuotes, chooseQuotes } from '../stages/tabulate/choose-quotes.js';
import { decisionsInBulk } from '../store/decision-log.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';

/** Chooses the quotes of each code that has passages, in the codebook's order, each code for itself: the same in every output. */
export function quotesOfCodes(
  store: Store,
  { codebook }: Framework,
  passages: readonly Evidence[],
  perCode: number,
): Map<string, ChosenQuotes> {
  const ofCodes = groupBy(passages, ({ codeId }) => codeId);
  const inOrder = codebook.codes.flatMap(({ id }) => {
    const own = ofCodes.get(id);
    return own ? [[id, own] as const] : [];
  });
  return chooseQuotes(new Map(inOrder), { perGroup: perCode, isInBulk: bulkTest(store, passages) });
}

/** Returns a test of whether people confirmed a passage only together with others. */
export function bulkTest(store: Store, passages: readonly Evidence[]): (passage: Evidence) => boolean {
  const inBulk = decisionsInBulk(
    store,
    passages.flatMap(({ decisionIds }) => decisionIds),
  );
  return ({ decisionIds }) => decisionIds.every((id) => inBulk.has(id));
}
