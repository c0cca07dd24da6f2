/** Characters of fonts of signs, from a code on, without the private area that Word moves them to. */
const FONTS: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  wingdings: [
    [0x28, '☎'],
    [0x2a, '✉'],
    [0x46, '☞'],
    [0x4a, '☺😐☹'],
    [0x6c, '●❍■□❐❑❒⬧⧫◆❖⬥'],
    [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
    [0x9e, '·•▪○'],
    [0xa7, '▪☐'],
    [0xab, '★'],
    [0xd8, '➢'],
    [0xdf, '←→↑↓↖↗↙↘'],
    [0xe8, '➔'],
    [0xef, '⇦⇨⇧⇩'],
    [0xfb, '✗✓☒☑'],
  ],
  'wingdings 2': [
    [0x4f, '✗✓☒☑☒☒'],
    [0x97, '●'],
    [0xa3, '☐'],
  ],
  'wingdings 3': [
    [0x70, '▲▼△▽◀▶◁▷'],
    [0x7d, '▶'],
  ],
  webdings: [
    [0x61, '✔'],
    [0x63, '□'],
    [0x67, '■'],
  ],
  symbol: [
    [0x30, '0123456789'],
    [0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'],
    [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'],
    [0xa2, '′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
    [0xc4, '⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇'],
    [0xd5, '∏√⋅¬∧∨⇔⇐⇑⇒⇓'],
    [0xe5, '∑'],
    [0xf2, '∫'],
  ],
};

const PRIVATE = 0xf000;
const SIGNS = /wingdings|webdings|symbol|marlett|dingbats/i;

/**
 * The character that a sign of a font is, undefined where it is not known.
 * @param char the number of the character in hexadecimal digits
 * @example readSymbol('Wingdings', 'F0FE') // → '☑'
 */
export function readSymbol(font: string, char: string): string | undefined {
  const given = Number.parseInt(char, 16);
  const code = given >= PRIVATE && given <= PRIVATE + 0xff ? given - PRIVATE : given;
  if (Number.isNaN(code)) return undefined;
  if (SIGNS.test(font)) return signOf(font.toLowerCase(), code);
  return code > 0x10ffff ? undefined : String.fromCodePoint(code).toWellFormed();
}

function signOf(font: string, code: number): string | undefined {
  for (const [first, signs] of FONTS[font] ?? []) {
    const sign = code < first ? undefined : [...signs][code - first];
    if (sign !== undefined) return sign;
  }
  return undefined;
}
