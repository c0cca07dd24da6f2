/** Han characters as the inside of a character class (flag `u`): all ideographs with extensions, and 〇. */
export const HAN = '\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3347f}';

/** Marks that end a sentence, as the inside of a character class. */
export const SENTENCE_END = '。！？；…';

/** Quotes and brackets that close, as the inside of a character class. */
export const CLOSING = '”’」』）》】〉〕］｝\\)\\]\\}';

/** Quotes and brackets that open, as the inside of a character class. */
export const OPENING = '“‘「『（《【〈〔［｛\\(\\[\\{';

/** Whether a code point is a Han character. */
export function isHan(codePoint: number): boolean {
  return (
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0x20000 && codePoint <= 0x3347f) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    codePoint === 0x3007
  );
}
