import { DEFAULT_HEADLINE, type HeadlineMeasure, headlineMeasures } from '../model/agreement-measure.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';

/** The headline measure of agreement that the project has set, or Krippendorff's α. */
export function headlineMeasure(store: Store): HeadlineMeasure {
  const given = getSetting(store, 'headline-measure');
  return headlineMeasures.find((measure) => measure === given) ?? DEFAULT_HEADLINE;
}
