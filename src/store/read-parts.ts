import type { Store } from './store.js';

/** The rows of the parts of a case version one by one; `sql` selects by `version_no` and `part_no`. */
export function* readParts<Row>(store: Store, sql: string, versionNo: number | null): Generator<Row> {
  for (let partNo = 0; ; partNo += 1) {
    const part = store.get<Row>(sql, versionNo, partNo);
    if (part === undefined) return;
    yield part;
  }
}
