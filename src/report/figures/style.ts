/**
 * Fonts with Chinese characters as they are called on Linux, Windows and macOS, the freely licensed first. Names are quoted with
 * single quotes, so that the list fits in an attribute.
 */
export const FONT_FAMILY = [
  "'Noto Sans CJK SC'",
  "'Noto Sans SC'",
  "'Source Han Sans SC'",
  "'Source Han Sans CN'",
  "'Microsoft YaHei'",
  "'PingFang SC'",
  "'Hiragino Sans GB'",
  "'WenQuanYi Micro Hei'",
  "'WenQuanYi Zen Hei'",
  'SimHei',
  'SimSun',
  'sans-serif',
].join(', ');

/** Sizes of text in tenths of a millimetre: 8, 7, 9 and, where many labels need it, 6 points. */
export const SIZE = { text: 28, small: 24.5, large: 32, least: 21 } as const;

/** The sizes that labels may have which need room. */
export const SIZES = [SIZE.text, SIZE.small, SIZE.least] as const;

/** The tallest that a figure may be, so that it fits on a page with its caption. */
export const TALLEST = 2150;

/** Colours that differ in lightness too, so that they can be told apart in grey. */
export const COLOUR = {
  ink: '#1a1a1a',
  soft: '#595959',
  line: '#8c8c8c',
  faint: '#d9d9d9',
  main: '#2f6690',
} as const;

/**
 * The steps of a heat map from light to dark, in even steps of lightness so that a copy in grey says the same, and what is
 * written on them.
 */
export const SHADES = [
  { fill: '#f7f7f7', ink: COLOUR.ink },
  { fill: '#cfe0ee', ink: COLOUR.ink },
  { fill: '#9dc1de', ink: COLOUR.ink },
  { fill: '#629bc6', ink: COLOUR.ink },
  { fill: '#2f6690', ink: '#ffffff' },
  { fill: '#123a5a', ink: '#ffffff' },
] as const;

/** The branches of a flow in turn: light ones between dark ones, so that neighbours differ in grey. */
export const BRANCHES = ['#2f6690', '#8fb3d0', '#5f6a72', '#b4bcc2'] as const;
