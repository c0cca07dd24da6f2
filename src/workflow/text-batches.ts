import type { TextPiece } from '../stages/discover/encode-corpus.js';

/** Characters of a batch; what makes fewer than two is not worth a child process with its dictionary. */
const BATCH = 500_000;

/** Cuts texts, where they are too large at line ends, into batches of pieces in the order of the texts. */
export async function* textBatches(
  texts: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<readonly TextPiece[]> {
  let batch: TextPiece[] = [];
  let room = BATCH;
  for await (const text of texts) {
    for (let start = 0; start === 0 || start < text.length; ) {
      const end = pieceEnd(text, start, room);
      batch.push({ text: text.slice(start, end), begins: start === 0 });
      room -= end - start;
      // The line end is left out, since it would begin a further, empty line.
      start = end + 1;
      if (room > 0) continue;
      yield batch;
      batch = [];
      room = BATCH;
    }
  }
  if (batch.length > 0) yield batch;
}

/** The first line end from which on a batch is full, else the end of the text. */
function pieceEnd(text: string, start: number, room: number): number {
  const end = text.indexOf('\n', start + room - 1);
  return text.length - start < room || end < 0 ? text.length : end;
}
