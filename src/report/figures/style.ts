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

/** Sizes of text in tenths of a millimetre: 8, 7 and 9 points. */
export const SIZE = { text: 28, small: 24.5, large: 32 } as const;

/** Colours that differ in lightness too, so that they can be told apart in grey. */
export const COLOUR = {
  ink: '#1a1a1a',
  soft: '#595959',
  line: '#8c8c8c',
  faint: '#d9d9d9',
  main: '#2f6690',
} as const;
