import type { Evidence } from '../model/evidence.js';
import type { Framework } from '../model/framework.js';
import type { OverlapRow } from '../model/table-rows.js';
import { numberRows } from '../project/passage-numbers.js';
import { tabulateOverlaps } from '../stages/tabulate/tabulate-overlaps.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import { sentencesByCase, unitAsked } from './coded-units.js';
import type { TableRequest } from './table.js';

/** The rows of where two codes of a level meet, with the numbers of their sentences. */
export function overlapRows(
  store: Store,
  framework: Framework,
  request: TableRequest,
  evidence: readonly Evidence[],
): OverlapRow[] {
  const { level, quotes, batch } = request;
  const options = { ...unitAsked(request), level, quotes };
  const found = tabulateOverlaps(framework, sentencesByCase(store, batch, evidence), options);
  const own = numberPlaces(
    store,
    found.map(({ caseId, start }) => ({ caseId, start })),
  );
  const others = numberPlaces(
    store,
    found.map(({ caseId, otherStart }) => ({ caseId, start: otherStart })),
  );
  return found.map(({ start, otherStart, quote, distance, otherQuote, ...names }, at) => ({
    ...names,
    paragraph: own[at]?.paragraph ?? null,
    sentence: own[at]?.sentence ?? null,
    quote,
    distance,
    otherParagraph: others[at]?.paragraph ?? null,
    otherSentence: others[at]?.sentence ?? null,
    otherQuote,
  }));
}

/** The numbers of passages by where they begin; cases are read one after the other, whatever the order. */
function numberPlaces(store: Store, places: readonly { readonly caseId: string; readonly start: number }[]) {
  const inOrder = places.map((place, at) => ({ ...place, end: place.start + 1, at }));
  const ofCases = [...groupBy(inOrder, ({ caseId }) => caseId).values()].flat();
  const numbers: { readonly paragraph: number | null; readonly sentence: number | null }[] = [];
  for (const { at, paragraph, sentence } of numberRows(store, ofCases)) numbers[at] = { paragraph, sentence };
  return numbers;
}
