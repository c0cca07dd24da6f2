import type { Tag } from '../model/decisions/tag.js';
import type { Store } from './store.js';

/** A tag with its name, when it was given, and after which revision of this project its decision was logged. */
export interface StoredTag {
  readonly name: string;
  readonly tag: Tag;
  /** UTC, ISO 8601. */
  readonly time: string;
  readonly loggedAt: number;
}

/** A tag; null for none of that name. */
export function readTag(store: Store, name: string): Tag | null {
  const row = store.get<{ tag: string }>('SELECT tag FROM tag WHERE name = ?', name);
  return row === undefined ? null : (JSON.parse(row.tag) as Tag);
}

/** All tags, the earliest first. */
export function readTags(store: Store): StoredTag[] {
  return store
    .all<Omit<StoredTag, 'tag'> & { readonly tag: string }>(
      `SELECT name, tag, time, revision - 1 AS loggedAt FROM tag JOIN decision ON id = tag ->> 'decisionId'
       ORDER BY time, revision`,
    )
    .map((row) => ({ ...row, tag: JSON.parse(row.tag) as Tag }));
}

/** Gives a tag, or takes it away. Only the decision log calls this. */
export function putTag(store: Store, name: string, tag: Tag | null): void {
  if (tag === null) store.run('DELETE FROM tag WHERE name = ?', name);
  else {
    store.run(
      'INSERT INTO tag VALUES (?, ?) ON CONFLICT DO UPDATE SET tag = excluded.tag',
      name,
      JSON.stringify(tag),
    );
  }
}
