/** UTF-16 units of a piece: jieba's memory grows by some hundred times what it is given. */
export const LONGEST_PIECE = 2 ** 16;

/** Where jieba begins again by itself, so that cutting behind it changes nothing. */
const SEPARATORS = [' ', '\t', '\n', '，', '。'];
const CLAUSE_END = new RegExp(`(?<=[${SEPARATORS.join('')}])`);
const HIGH_SURROGATE = /[\ud800-\udbff]$/;

/**
 * A text in pieces that the segmenter can hold, each as long as may be and ending where it would have cut anyway;
 * only where there is no such place for 65,536 units, anywhere between two characters.
 */
export function inPieces(text: string, longest = LONGEST_PIECE): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > longest) {
    const next = text.slice(start, start + longest);
    const separator = Math.max(...SEPARATORS.map((character) => next.lastIndexOf(character)));
    const whole = HIGH_SURROGATE.test(next) ? next.slice(0, -1) : next;
    const piece = separator < 0 ? whole : next.slice(0, separator + 1);
    pieces.push(piece);
    start += piece.length;
  }
  return start === 0 ? [text] : [...pieces, text.slice(start)];
}

/** A text cut behind every separator, which changes nothing of how it is segmented. */
export function clausesOf(text: string): string[] {
  return text.split(CLAUSE_END);
}
