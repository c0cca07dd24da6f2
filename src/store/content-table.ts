import { createHash } from 'node:crypto';
import type { Store } from './store.js';

/** A codebook, rule file or dictionary as it was when a run used it; `hash` is the sha256 of `text`. */
export interface Content {
  readonly hash: string;
  readonly kind: string;
  /** The name it first came under. */
  readonly name: string;
  readonly text: string;
}

/** Keeps a content, once however often it is saved, and returns its hash. */
export function saveContent(store: Store, kind: string, name: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  store.run('INSERT INTO content VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', hash, kind, name, text);
  return hash;
}

/** The content of a hash. */
export function readContent(store: Store, hash: string): Content | undefined {
  return store.get<Content>('SELECT hash, kind, name, text FROM content WHERE hash = ?', hash);
}

/** The name of a content, whose text may be long. */
export function readContentName(store: Store, hash: string): string | undefined {
  return store.get<{ name: string }>('SELECT name FROM content WHERE hash = ?', hash)?.name;
}

/** The contents of a kind, in the order in which they were first kept. */
export function readContents(store: Store, kind: string): Content[] {
  return store.all<Content>('SELECT hash, kind, name, text FROM content WHERE kind = ? ORDER BY rowid', kind);
}

/** All contents, in the order in which they were first kept. */
export function readAllContents(store: Store): Content[] {
  return store.all<Content>('SELECT hash, kind, name, text FROM content ORDER BY rowid');
}

/** Keeps what a content says, so that nobody needs to read its text again. */
export function saveParsed(store: Store, hash: string, value: unknown): void {
  store.run('INSERT OR REPLACE INTO parsed_content VALUES (?, ?)', hash, JSON.stringify(value));
}

/** What a content says, or undefined for one that was applied by an earlier version only. */
export function readParsed(store: Store, hash: string): unknown {
  const text = readParsedText(store, hash);
  return text === undefined ? undefined : JSON.parse(text);
}

/** The JSON of what a content says. */
export function readParsedText(store: Store, hash: string): string | undefined {
  return store.get<{ value: string }>('SELECT value FROM parsed_content WHERE hash = ?', hash)?.value;
}
