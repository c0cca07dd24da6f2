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
