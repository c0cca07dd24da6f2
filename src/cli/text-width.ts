import stringWidth from 'string-width';

/** Characters that always stand for themselves: none of them joins its neighbours to one sign on the screen. */
const SEPARATE = /^[ -~·\u2010-\u2027\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/;
/** Each of them takes one column. */
const PLAIN = /^[ -~]*$/;
const widths = new Map<string, number>();

/** Returns the columns that a text takes on a terminal, quickly for what Chinese texts mostly consist of. */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  if (!SEPARATE.test(text)) return stringWidth(text);
  let width = 0;
  for (const character of text) {
    let one = widths.get(character);
    if (one === undefined) {
      one = stringWidth(character);
      widths.set(character, one);
    }
    width += one;
  }
  return width;
}
