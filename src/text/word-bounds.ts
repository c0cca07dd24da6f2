/** Whether a UTF-16 unit is a digit or a letter of a writing that parts words by blanks (Latin, Greek, Cyrillic). */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) {
    const lower = unit | 0x20;
    return (unit >= 0x30 && unit <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
  }
  return (
    (unit >= 0xc0 && unit <= 0x52f && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x1e00 && unit <= 0x1fff)
  );
}

/** Whether a Latin word or number goes on across a place of a text (UTF-16): between n and s of license. */
export function isWithinWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && isWordUnit(text.charCodeAt(at)) && isWordUnit(text.charCodeAt(at - 1));
}

/** The places (UTF-16) of a word in a text, one after another; not within Latin words or numbers: AI is not in MAIL. */
export function* placesOfWord(text: string, word: string): Generator<number> {
  if (word === '') return;
  for (let at = text.indexOf(word); at >= 0; ) {
    const end = at + word.length;
    const isWhole = !isWithinWord(text, at) && !isWithinWord(text, end);
    if (isWhole) yield at;
    at = text.indexOf(word, isWhole ? end : at + 1);
  }
}

/** Whether a word occurs in a text, and not only within Latin words or numbers. */
export function containsWord(text: string, word: string): boolean {
  return !placesOfWord(text, word).next().done;
}

/** Marks of a symbol: the Latin word or number that the unit is part of goes on before it, or behind it. */
const GOES_ON_BEFORE = 0x10000;
const GOES_ON_BEHIND = 0x20000;

/** How many symbols there are: `symbolAt` is below. */
export const SYMBOLS = 0x40000;

/**
 * The symbol at a place of a text (UTF-16): its unit, and where that is part of a Latin word whether the word goes on
 * around it. A text contains a word (`containsWord`) just where it has all symbols of the word one behind the other.
 */
export function symbolAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (!isWordUnit(unit)) return unit;
  return (
    unit | (isWithinWord(text, at) ? GOES_ON_BEFORE : 0) | (isWithinWord(text, at + 1) ? GOES_ON_BEHIND : 0)
  );
}
