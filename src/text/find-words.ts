import type { Span } from '../model/span.js';

/** Finds words in a text whatever blanks and line ends part them there; places are UTF-16 units. */
export function findWords(text: string, words: string): Span[] {
  const characters = [...words.replaceAll(/\s/g, '')];
  if (characters.length === 0) return [];
  const pattern = characters.map((one) => one.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')).join('\\s*');
  return Array.from(text.matchAll(new RegExp(pattern, 'gu')), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
