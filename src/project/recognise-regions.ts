import type { Region } from '../model/region.js';
import { openCleaning } from '../stages/normalize/normalize-text.js';
import { readCleanParts } from '../store/normalized-text-table.js';
import { openRegions, versionsWithoutScope } from '../store/region-table.js';
import { codePointLength } from '../text/code-points.js';
import type { Context } from './context.js';

/**
 * Recognises the regions of the texts that were imported before they were, before somebody decides which of them count:
 * until then the whole text counts.
 */
export async function recogniseAll({ store, progress }: Context): Promise<void> {
  const missing = versionsWithoutScope(store);
  for (const [done, { caseId, version }] of missing.entries()) {
    await progress('import', done, missing.length);
    store.transaction(() => {
      const rows = openRegions(store, caseId, version);
      let characters = 0;
      const parts = function* () {
        for (const part of readCleanParts(store, caseId, version)) {
          characters += codePointLength(part);
          yield part;
        }
      };
      rows.add([...recognisePlain(parts())]);
      rows.close({ characters, counted: 'until-given', isFromPlainText: true });
    });
  }
}

/** The regions of a clean text, as its words alone show them: cleaning in no step changes nothing. */
export function* recognisePlain(parts: Iterable<string>): Generator<Region> {
  const cleaning = openCleaning({ steps: [] });
  for (const part of parts) for (const { regions } of cleaning.add(part)) yield* regions;
  yield* cleaning.end().regions;
}
