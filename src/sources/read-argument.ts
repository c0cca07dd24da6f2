import { buffer } from 'node:stream/consumers';
import { decodeText } from '../formats/decode-text.js';
import { STANDARD_INPUT } from './text-lines.js';

/**
 * A text given as an argument, or, where that is `-`, the text of standard input.
 * @throws UserError import/binary-file, import/unclear-encoding
 */
export async function readArgument(given: string): Promise<string> {
  return given === STANDARD_INPUT ? decodeText(await buffer(process.stdin), STANDARD_INPUT).text : given;
}
