import type { Variable } from '../../model/data-table.js';

/** What a program takes as the name of a variable. */
export interface NameRules {
  /** How long a name may be, by `lengthOf`. */
  readonly limit: number;
  readonly lengthOf: (text: string) => number;
  /** Words of the program itself, in small letters. */
  readonly isReserved: (name: string) => boolean;
}

/** Letters beyond these have surrogates, which older versions do not take. */
const NOT_IN_NAMES = /[^\p{L}\p{N}_]|[\u{10000}-\u{10ffff}]/gu;

/**
 * Makes names of variables: letters, digits and `_`, within the limit, none of them a word of the program, and no two equal when
 * the case of letters is ignored. Equal ones are told apart by numbers, in the order given.
 */
export function variableNames(
  variables: readonly Pick<Variable, 'name' | 'short'>[],
  rules: NameRules,
): string[] {
  const taken = new Set<string>();
  return variables.map(({ name, short }) => {
    const { words, ending } = short ?? { words: name, ending: '' };
    const stem = wordsOf(words);
    for (let number = 1; ; number += 1) {
      const behind = (number === 1 ? '' : `_${number}`) + ending;
      const made =
        cutTo(stem, rules.limit - rules.lengthOf(behind), rules.lengthOf).replace(/_+$/, '') + behind;
      if (taken.has(made.toLowerCase()) || rules.isReserved(made.toLowerCase())) continue;
      taken.add(made.toLowerCase());
      return made;
    }
  });
}

/** A name begins with a letter. */
function wordsOf(name: string): string {
  const words = name
    .normalize('NFC')
    .replaceAll(NOT_IN_NAMES, '_')
    .replaceAll(/_+/g, '_')
    .replace(/^_|_$/g, '');
  return /^\p{L}/u.test(words) ? words : `v_${words}`;
}

/** The beginning of a text that is no longer than a limit; no character is cut in two. */
export function cutTo(text: string, limit: number, lengthOf: (text: string) => number): string {
  if (lengthOf(text) <= limit) return text;
  let length = 0;
  let cut = '';
  for (const character of text) {
    length += lengthOf(character);
    if (length > limit) break;
    cut += character;
  }
  return cut;
}

/** How many bytes a text takes in UTF-8. */
export const bytesOf = (text: string): number => Buffer.byteLength(text);
