import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../errors.js';
import { decodeChunks } from '../formats/long-text.js';
import { chunksOf, openSteadyChunks } from '../sources/file-chunks.js';
import { readError, statPlainFile, systemReason } from '../sources/read-bytes.js';
import { openSpillFolder } from './spill.js';

/**
 * The text of a file, whatever its encoding and however long it is, chunk by chunk; messages call the file `name`.
 * @throws UserError import/missing-path, import/bad-name, import/not-a-file, import/unreadable, import/changed-file,
 *   import/wrong-encoding, import/binary-file, import/unclear-encoding
 */
export async function* readPlainText(path: string, name = path): AsyncGenerator<string> {
  try {
    statPlainFile(path, name);
  } catch (error) {
    throw readError(error, name);
  }
  const { chunks } = openSteadyChunks(name, () => chunksOf({ path, source: name }));
  const { pieces } = await decodeChunks(chunks, name);
  for await (const { text } of pieces()) yield text;
}

/**
 * The text of standard input, likewise. It is read twice, first for its encoding, and so lies in a temporary file
 * meanwhile.
 * @throws UserError files/cannot-write besides
 */
export async function* readStandardInput(name: string): AsyncGenerator<string> {
  const { folder, close } = openSpillFolder();
  try {
    const path = join(folder, 'input');
    await spool(path, name);
    yield* readPlainText(path, name);
  } finally {
    close();
  }
}

async function spool(path: string, name: string): Promise<void> {
  try {
    await pipeline(process.stdin, createWriteStream(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === 'read') throw readError(error, name);
    throw new UserError('files/cannot-write', { path, reason: systemReason(error) });
  }
}
