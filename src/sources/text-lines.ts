import { UserError } from '../errors.js';
import type { ReadBefore } from '../formats/jsonl-cases.js';
import { readError } from './read-bytes.js';

/** The argument that stands for standard input. */
export const STANDARD_INPUT = '-';

/** One line of a file, counted from 1. */
export interface NumberedLine {
  readonly number: number;
  readonly line: string;
}

/** Characters of a text; it is weighed as one document, whose candidates are all held at once. */
export const LONGEST_TEXT = 1_000_000;

/** UTF-16 units of a line before it is known what it holds; JSON may spell a character with twelve. */
const LONGEST_LINE = 16 * LONGEST_TEXT;

/**
 * The lines of a UTF-8 text that are not blank, those that end in one chunk together, so that a pipe is answered as
 * it brings them. Messages call the text `name`; of a file so much may lie before what is read.
 * @throws UserError import/not-utf8, import/missing-path, import/unreadable, keywords/too-long
 */
export async function* readTextLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  before: ReadBefore = { lines: 0, bytes: 0 },
): AsyncGenerator<NumberedLine[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let offset = before.bytes;
  let number = before.lines;
  let begun: string[] = [];
  let length = 0;
  const complete = (pieces: readonly string[]): NumberedLine[] =>
    pieces.flatMap((line) => {
      number += 1;
      return line.trim() === '' ? [] : [{ number, line }];
    });
  try {
    for await (const chunk of chunks) {
      const pieces = decoder.decode(chunk, { stream: true }).split('\n');
      offset += chunk.length;
      const rest = pieces.pop() as string;
      if (pieces.length > 0) {
        pieces[0] = [...begun, pieces[0]].join('');
        begun = [];
        length = 0;
        const lines = complete(pieces);
        if (lines.length > 0) yield lines;
      }
      begun.push(rest);
      length += rest.length;
      if (length > LONGEST_LINE) {
        throw tooLong(name, number + 1, length);
      }
    }
    begun.push(decoder.decode());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new UserError('import/not-utf8', { path: name, offset });
    }
    throw readError(error, name);
  }
  const lines = complete([begun.join('')]);
  if (lines.length > 0) yield lines;
}

/** What is said of a text that cannot be weighed as one document. */
export function tooLong(path: string, line: number, characters: number): UserError {
  return new UserError('keywords/too-long', { path, line, characters, allowed: LONGEST_TEXT });
}
