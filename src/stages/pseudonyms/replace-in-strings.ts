import type { Pseudonym } from '../../model/pseudonym.js';
import { editText } from '../../text/edits.js';
import { buildTermMatcher } from '../../text/term-matcher.js';

/** Replaces names in a string. */
export type ReplaceNames = (text: string) => string;

/**
 * Makes what replaces names in strings that are no texts of cases (memos, ids, labels): each of them in every place, also within
 * longer words, so that one string gives the same wherever it is.
 */
export function nameReplacer(pseudonyms: readonly Pseudonym[]): ReplaceNames {
  const pseudonymOf = new Map(pseudonyms.map(({ name, pseudonym }) => [name, pseudonym]));
  const { find } = buildTermMatcher([...pseudonymOf.keys()]);
  return (text) => {
    const edits = find(text).map(({ term, start, end }) => ({
      start,
      end,
      replacement: pseudonymOf.get(term) as string,
    }));
    return editText(text, edits);
  };
}

/** Replaces names in every string of a value of JSON, in the names of its fields, too. */
export function replaceInStrings<Value>(value: Value, replace: ReplaceNames): Value {
  const replaced = (one: unknown): unknown => {
    if (typeof one === 'string') return replace(one);
    if (Array.isArray(one)) return one.map(replaced);
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(Object.entries(one).map(([key, field]) => [replace(key), replaced(field)]));
  };
  return replaced(value) as Value;
}
