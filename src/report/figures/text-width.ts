/** The distance of lines in ems. */
export const LINE = 1.25;

/** Widths of letters in ems: the widest of the usual fonts, so that no label runs into its neighbour. */
const NARROW = /[ijl.,:;'|!()[\] Iftr/]/;
const WIDE = /[mwMW@%]/;
const CAPITAL = /[A-Z&]/;

/** The width of a text in the units of its size: a Han character is as wide as it is high. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

/** The width of the longest of some texts. */
export const widestOf = (texts: readonly string[], size: number): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, size)));

function emsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (/[\p{Mn}\p{Cf}]/u.test(character)) return 0;
  // Chinese fonts give dashes, dots and quotation marks, which they share with Latin ones, a whole em.
  if (code >= 0x2010) return code > 0xffff ? 1.25 : 1;
  if (NARROW.test(character)) return 0.36;
  if (WIDE.test(character)) return 0.92;
  if (CAPITAL.test(character)) return 0.7;
  return code < 0x0530 ? 0.59 : 0.75;
}
