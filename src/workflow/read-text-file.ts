import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';
import { decodeText } from '../formats/decode-text.js';

/** The text of a file that the user named: a codebook, a rule file. */
export function readTextFile(path: string): string {
  try {
    return decodeText(readFileSync(path), path).text;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('files/unreadable', { path, reason: (error as Error).message });
  }
}
