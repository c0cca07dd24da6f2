import { decodeText } from '../formats/decode-text.js';
import { readBytes } from './read-bytes.js';

/** The text of a file that the user named: a codebook, a rule file. */
export function readTextFile(path: string): string {
  return decodeText(readBytes(path), path).text;
}
