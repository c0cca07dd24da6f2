/** Characters of fonts of signs, by their codes without the private area that Word moves them to. */
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    70: '☞',
    74: '☺',
    108: '●',
    110: '■',
    111: '□',
    113: '❑',
    117: '◆',
    118: '❖',
    159: '•',
    167: '▪',
    168: '☐',
    171: '★',
    216: '➢',
    223: '←',
    224: '→',
    232: '➔',
    240: '⇨',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  'wingdings 2': { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 163: '☐', 151: '●' },
  symbol: {
    97: 'α',
    98: 'β',
    103: 'γ',
    100: 'δ',
    109: 'μ',
    112: 'π',
    115: 'σ',
    163: '≤',
    165: '∞',
    174: '→',
    176: '°',
    177: '±',
    179: '≥',
    180: '×',
    183: '•',
    185: '≠',
    187: '≈',
    229: '∑',
  },
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
  if (SIGNS.test(font)) return FONTS[font.toLowerCase()]?.[code];
  return code > 0x10ffff ? undefined : String.fromCodePoint(code).toWellFormed();
}
