import type { LabelledDocument, Place } from '../labelled-places.js';
import { type Layout, tear } from './layouts.js';
import type { Source } from './sources.js';

/** Texts torn in every layout, each line labelled by what was done to it. */
export function tornDocuments(sources: readonly Source[], layout: Layout): LabelledDocument[] {
  return sources.map((source) => {
    const places: Place[] = [];
    let raw = '';
    let length = 0;
    let flow: number | null = null;
    for (const { verdict, text, before } of tear(source, layout)) {
      raw += before + text;
      length += before.length + [...text].length;
      const own = text.trim();
      const end = length;
      const start = end - [...own].length;
      places.push({ verdict, text: own, start, end, continues: verdict === 'continues' ? flow : null });
      if (verdict === 'begins' || verdict === 'continues') flow = end;
    }
    return { name: `${layout.name}: ${source.name}`, raw, places, isSealed: source.isSealed };
  });
}
