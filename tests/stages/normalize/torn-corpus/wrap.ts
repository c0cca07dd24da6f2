const NO_START = /[，。；：、！？”’）》」』〉】…％%]/;
const NO_END = /[“‘（《「『〈【]/;
const WORD = /[A-Za-z]+|\d+(?:\.\d+)*%?|[\s\S]/gu;

const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter < '\u2010' ? 1 : 2), 0);

/** A paragraph cut into lines of a column as a typesetter does: words and numbers whole, no 《 at an end, no ， at a start. */
export function wrap(paragraph: string, column: number, indent: number, cutsNumbers: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  let width = indent;
  for (const word of paragraph.match(WORD) ?? []) {
    for (const piece of cutsNumbers && /^\d/.test(word) ? word : [word]) {
      const hangs = NO_START.test(piece) && width < column + 2;
      if (width + widthOf(piece) > column && line !== '' && !hangs) {
        let kept = line;
        while (kept.length > 1 && ((NO_START.test(piece) && kept === line) || NO_END.test(kept.at(-1) ?? '')))
          kept = kept.slice(0, -1);
        lines.push(kept);
        line = line.slice(kept.length);
        width = widthOf(line);
      }
      line += piece;
      width += widthOf(piece);
    }
  }
  return [...lines, line];
}
