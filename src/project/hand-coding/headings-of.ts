import type { Case } from '../../model/case.js';
import { readNormalizedText } from '../../store/normalized-text-table.js';
import { readRegions } from '../../store/region-table.js';
import type { Store } from '../../store/store.js';
import { rawSpan } from '../../text/origins.js';

/** Where the headings of a raw text begin, in code points. */
export function headingsOf(store: Store, { id, version }: Case): number[] {
  const headings = readRegions(store, id, version).filter(({ kind }) => kind === 'heading');
  const clean = headings.length > 0 ? readNormalizedText(store, id, version) : null;
  return clean ? headings.map((region) => rawSpan(clean, region).start) : [];
}
