import type { NeighbourCounts, StringCounts } from '../../model/string-counts.js';

/** A string whose longer ones are still to come. */
interface Open {
  readonly text: string;
  readonly right: NeighbourCounts;
  /** Where in `right` the next of them stands. */
  next: number;
}

/** Finds what is missing in the counts of a corpus, as when they were cut off; each is asked in its turn. */
export interface WholeCheck {
  /** A string that should have come before this one, or that others speak of otherwise; undefined when all is well. */
  readonly add: (counts: StringCounts) => string | undefined;
  readonly end: () => string | undefined;
}

/**
 * Checks that the counts of a corpus are whole, ordered by code point: what follows a string is a string of its own,
 * as often as it says, up to the longest; and the single characters are as many as all texts have.
 */
export function openWholeCheck(maxLength: number): WholeCheck {
  const open: Open[] = [];
  let all: number | undefined;
  let characters = 0;

  /** Closes strings until so many are open. */
  const closeTo = (length: number): string | undefined => {
    while (open.length > length) {
      const { text, right, next } = open.pop() as Open;
      if (next < right.length) return text + String.fromCodePoint(right[next] as number);
    }
    return undefined;
  };

  return {
    add: ({ text, frequency, right }) => {
      if (all === undefined) {
        all = frequency;
        return text === '' ? undefined : '*';
      }
      const codes = Array.from(text, (character) => character.codePointAt(0) as number);
      const missing = closeTo(codes.length - 1);
      if (missing !== undefined) return missing;
      const parent = open.at(-1);
      if (codes.length === 1) characters += frequency;
      else if (open.length < codes.length - 1 || !parent || !text.startsWith(parent.text)) {
        return text.slice(0, -String.fromCodePoint(codes.at(-1) as number).length);
      } else {
        const code = parent.right[parent.next] as number | undefined;
        if (code !== codes.at(-1) || parent.right[parent.next + 1] !== frequency) {
          return code !== undefined && code < (codes.at(-1) as number)
            ? parent.text + String.fromCodePoint(code)
            : text;
        }
        parent.next += 2;
      }
      if (codes.length < maxLength) open.push({ text, right, next: right[0] === 0 ? 2 : 0 });
      return undefined;
    },
    end: () => closeTo(0) ?? (characters === all ? undefined : '*'),
  };
}
