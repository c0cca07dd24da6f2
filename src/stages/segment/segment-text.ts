import type { Segmenter, Token } from '../../model/token.js';
import { codePointLength } from '../../text/code-points.js';

/** What the segmenter reads in the place of a lone surrogate. */
const REPLACEMENT = '\ufffd';

/**
 * Cuts a text into tagged words whose spans (code points) follow each other without a gap. They come one by one: all of
 * them together take fifty times the memory of the text.
 */
export function* segmentText(segmenter: Pick<Segmenter, 'tagInPieces'>, text: string): Generator<Token> {
  let unit = 0;
  let start = 0;
  for (const line of linesOf(text)) {
    for (const piece of segmenter.tagInPieces(line)) {
      for (const { word: segmented, tag: pos } of piece) {
        const endUnit = unit + segmented.length;
        const word = segmented.includes(REPLACEMENT) ? text.slice(unit, endUnit) : segmented;
        const end = start + codePointLength(word);
        yield { word, pos, start, end };
        unit = endUnit;
        start = end;
      }
    }
  }
}

/** The lines of a text with their ends: no word crosses them. */
function* linesOf(text: string): Generator<string> {
  for (let start = 0, end = 0; end < text.length; start = end) {
    const newline = text.indexOf('\n', start);
    end = newline < 0 ? text.length : newline + 1;
    yield text.slice(start, end);
  }
}
