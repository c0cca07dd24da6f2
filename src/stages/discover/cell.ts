/*
 * A cell is what is known of one character of a corpus, in 32 bits: its code point, what the segmenter says of the
 * place, and the length of the token that begins there (0 within a token).
 */

/** The bits of the code point; 0 stands for everything that is not Han. */
export const CODE = 0x3ffff;

/** The code of a run of characters that are not Han. */
export const BOUNDARY = 0;

/** Last character of a token with which a term may end. */
export const MAY_END = 1 << 18;

/** Where a token begins when nothing is guessed: what the segmenter guessed is then single characters. */
export const KNOWN_CUT = 1 << 19;

/** First character of a token with which a term may begin. */
export const MAY_BEGIN = 1 << 20;

const LENGTH_SHIFT = 21;
/** Characters of a token beyond which its cell does not say how many they are. */
export const LONGEST_TOKEN = 0xff;

/** One more than the largest code. */
export const CODES = 0x33480;

/** The length of a token as the bits of the cell at which it begins. */
export function tokenLengthBits(length: number): number {
  return Math.min(length, LONGEST_TOKEN) << LENGTH_SHIFT;
}

/** Length of the token that begins at a cell; 0 within a token. */
export function tokenLength(cell: number): number {
  return cell >>> LENGTH_SHIFT;
}
