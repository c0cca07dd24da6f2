import { basename } from 'node:path';
import type { AttributeTable } from '../../model/case-record.js';
import { LISTS } from '../../model/sheet.js';

/** Names the tables of a file that hold anything besides the one that is read and the lists that our own sheets offer. */
export function unreadTables(tables: readonly AttributeTable[], read: AttributeTable | undefined): string[] {
  return tables
    .filter((one) => one !== read && one.rows.length > 0)
    .map(({ path }) => basename(path))
    .filter((name) => name !== LISTS);
}
