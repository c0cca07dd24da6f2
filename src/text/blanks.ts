/**
 * Characters that show as a blank, as the inside of a character class (flag `u`): all spaces of Unicode, the blanks of
 * Braille and Hangul, and the private characters under which GBK (U+E5E5) and symbol fonts (U+F020) store theirs.
 */
export const BLANK = '\\p{Zs}\\u2800\\u3164\\uffa0\\ue5e5\\uf020';
