import type { DictionaryLookup } from '../../model/token.js';

/** A word of a line with the tag that the segmenter gave it. */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** What tells names from other words. */
export interface NameKnowledge {
  readonly lookUp: DictionaryLookup;
  /** Whether a string is the name of a division below the provinces, with or without what it is (毕节市, 毕节). */
  readonly isDivision: (name: string) => boolean;
}

const HAN_ONLY = /^\p{Script=Han}+$/u;

/** Whether a string consists of so many Chinese characters and nothing else. */
export function isHan(word: string, least: number, most: number): boolean {
  return word.length >= least && word.length <= most && HAN_ONLY.test(word);
}
