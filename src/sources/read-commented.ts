import { extname } from 'node:path';
import { UserError } from '../errors.js';
import { DEFAULT_LIMITS } from '../formats/limits.js';
import type { CommentedText } from '../model/word-comment.js';
import { type FoundFile, findFiles } from './find-files.js';
import { readBytes } from './read-bytes.js';
import { openReaderProcess } from './reader-process.js';

/** What Word calls the file by which it knows that a document is open. */
const IS_OPEN = /(?:^|\/)~\$/;
const IS_WORD = /^\.do[ct][xm]?$/i;

/** Whether a path is that of a Word document, by its name. */
const isWordFile = (path: string) => IS_WORD.test(extname(path));

/** A document with its comments, or why it cannot be read. */
export type ReadDocument = {
  readonly source: string;
} & ({ readonly read: CommentedText } | { readonly problem: UserError });

/**
 * Reads Word documents with their comments, those of folders too, one after the other in the order of their names.
 * @throws UserError import/missing-path, import/nothing-to-import, cli/interrupted
 */
export async function* readCommented(paths: readonly string[]): AsyncGenerator<ReadDocument> {
  const isNamed = (path: string) => paths.includes(path);
  const found = findFiles(paths).filter(
    ({ path, source }) => isNamed(path) || (isWordFile(source) && !IS_OPEN.test(source)),
  );
  const reader = openReaderProcess(DEFAULT_LIMITS);
  try {
    for (const file of found) yield await readOne(file, reader);
  } finally {
    reader.close();
  }
}

async function readOne(
  { path, source, isLink }: FoundFile,
  reader: ReturnType<typeof openReaderProcess>,
): Promise<ReadDocument> {
  try {
    if (isLink) throw new UserError('import/symbolic-link', { path: source });
    return { source, read: await reader.read('docx-comments', source, readBytes(path, source)) };
  } catch (error) {
    if (!(error instanceof UserError) || error.code === 'cli/interrupted') throw error;
    return { source, problem: error };
  }
}
