import type { Segmenter, Token } from '../../model/token.js';
import { codePointLength } from '../../text/code-points.js';

/** Cuts a text into tagged words whose spans (code points) follow each other without a gap. */
export function segmentText(segmenter: Segmenter, text: string): Token[] {
  const tokens: Token[] = [];
  let unit = 0;
  let start = 0;
  // Line by line: jieba's memory grows with the length of what it is given, and no word crosses a line.
  for (const line of text.split(/(?<=\n)/)) {
    for (const { word: segmented, tag: pos } of segmenter.tag(line)) {
      // From the text itself, where a lone surrogate is not yet replaced.
      const word = text.slice(unit, unit + segmented.length);
      const end = start + codePointLength(word);
      tokens.push({ word, pos, start, end });
      unit += segmented.length;
      start = end;
    }
  }
  return tokens;
}
