import type { TextPiece } from '../stages/discover/encode-corpus.js';
import { inPieces, LONGEST_PIECE } from '../stages/segment/in-pieces.js';

/** A text, whole or chunk by chunk; a chunk ends anywhere but within a character. */
export type TextSource = string | Iterable<string> | AsyncIterable<string>;

/** Characters of a batch; what makes fewer than two is not worth a child process with its dictionary. */
const BATCH = 500_000;

/** Cuts texts into batches of pieces in the order of the texts: a text may be larger than memory. */
export async function* textBatches(
  texts: Iterable<TextSource> | AsyncIterable<TextSource>,
): AsyncGenerator<readonly TextPiece[]> {
  let batch: TextPiece[] = [];
  let room = BATCH;
  for await (const source of texts) {
    let begins = true;
    for await (const text of textPieces(typeof source === 'string' ? [source] : source)) {
      batch.push({ text, begins });
      begins = false;
      room -= text.length;
      if (room > 0) continue;
      yield batch;
      batch = [];
      room = BATCH;
    }
  }
  if (batch.length > 0) yield batch;
}

/**
 * Pieces of a text that end where a line does, and of a line beyond 65,536 units those that the segmenter would cut it
 * into: so what is found in the pieces does not depend on how the text comes and in which batch they are.
 */
async function* textPieces(chunks: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let start = 0;
  for await (const chunk of chunks) {
    rest = rest.slice(start) + chunk;
    start = 0;
    while (rest.length - start > LONGEST_PIECE) {
      const window = rest.slice(start, start + LONGEST_PIECE + 1);
      const lineEnd = window.lastIndexOf('\n');
      const [piece = ''] = lineEnd < 0 ? inPieces(window) : [window.slice(0, lineEnd)];
      yield piece;
      // The line end is left out, since it would begin a further, empty line.
      start += piece.length + (lineEnd < 0 ? 0 : 1);
    }
  }
  yield rest.slice(start);
}
