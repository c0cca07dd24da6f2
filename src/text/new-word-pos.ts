import type { NewWordPos } from '../model/new-word.js';

interface Part {
  readonly tag: string;
}

const VERB = /^(v|vg|vi|vq)$/;
const ADJECTIVE = /^(a|ag|z)$/;
const ADVERB = /^(d|ad)$/;

/**
 * Part of speech of a new word after the tags of its parts, the head being the last. A verb or adjective
 * stands for the whole when only adverbs go before it; in compounds (扶贫开发, 乡村振兴) it has become a noun.
 */
export function newWordPos(parts: readonly Part[]): NewWordPos {
  const head = parts.at(-1)?.tag ?? '';
  if (!parts.slice(0, -1).every(({ tag }) => ADVERB.test(tag))) return 'n_new';
  if (VERB.test(head)) return 'v_new';
  return ADJECTIVE.test(head) ? 'a_new' : 'n_new';
}
