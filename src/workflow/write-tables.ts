import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { languageSchema } from '../model/language.js';
import { type TableName, tableNames } from '../model/table-name.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import { contestedSentences } from '../project/contested-sentences.js';
import type { ReadContext } from '../project/context.js';
import { captionTables } from '../report/caption-tables.js';
import { systemReason } from '../sources/read-bytes.js';
import { readCaseStandings } from '../store/case-standing-table.js';
import { readMemos } from '../store/memo-table.js';
import { getSetting } from '../store/setting-table.js';
import { contestedKeys } from '../store/verdict-table.js';
import { formatInPieces } from './format-table.js';
import { relationTable } from './list-relations.js';
import { listRevisit } from './list-revisit.js';
import { makeTables } from './make-table.js';
import type { Table } from './table.js';

/** The tables that can be made without a codebook. */
const WITHOUT_CODEBOOK = ['keywords', 'weights', 'raw', 'frequency'] as const;

/** The tables that are written only when they have rows. */
const IF_ANY = ['facets', 'contested', 'revisit', 'memos', 'sampling', 'relations'] as const;

const OF_ONE_CODEBOOK = tableNames.filter(
  (name) => !['crosswalk', ...IF_ANY].includes(name),
) as readonly Exclude<TableName, 'crosswalk'>[];

/**
 * Writes every table of the project into a folder, as CSV for Excel and as JSON, with their captions in
 * `tables.md`. The language is the project's. Returns the names of the files.
 */
export function writeTables({ store }: ReadContext, folder: string): string[] {
  const language = languageSchema.parse(getSetting(store, 'language'));
  const applied = appliedCodebook(store);
  const codebookId = applied?.framework.codebook.id ?? '';
  const hasRows = {
    facets: applied?.framework.codebook.codes.some(({ facets }) => facets !== undefined) === true,
    contested: contestedKeys(store).length + contestedSentences(store, codebookId).length > 0,
    revisit: listRevisit(store, applied?.framework ?? null).length > 0,
    memos: readMemos(store).length > 0,
    sampling: readCaseStandings(store, 'chosen').size > 0,
    relations: relationTable({ store }, {}).rows.length > 0,
  };
  const names = [
    ...(applied ? OF_ONE_CODEBOOK : WITHOUT_CODEBOOK),
    ...IF_ANY.filter((name) => hasRows[name]),
  ];
  const written: string[] = [];
  const write = (name: string, pieces: Iterable<string>) => {
    writing(folder, () => writeWhole(join(folder, name), pieces));
    written.push(name);
  };
  writing(folder, () => makeFolder(resolve(folder)));
  const sources: Pick<Table, 'name' | 'source'>[] = [];
  // One table after the other, and by and by: all of them together take many times the memory of the texts.
  for (const table of makeTables({ store }, names)) {
    for (const format of ['csv', 'json'] as const) {
      write(`${table.name}.${format}`, formatInPieces(table, format, language));
    }
    sources.push({ name: table.name, source: table.source });
  }
  write('tables.md', [captionTables(sources, language)]);
  return written;
}

/** Fails with `files/cannot-write` when a folder, or the nearest one above it that exists, takes no files. */
export function requireWritableFolder(folder: string): void {
  let place = resolve(folder);
  try {
    while (statSync(place, { throwIfNoEntry: false }) === undefined) place = dirname(place);
    accessSync(`${place}/.`, constants.W_OK);
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

/** Makes a folder and those above it; the system's own way to do so never ends where none can be made (/proc). */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function cannotWrite(path: string, error: unknown): UserError {
  return new UserError('files/cannot-write', { path, reason: systemReason(error) });
}

/**
 * Writes one file that the user named, and the folder it is to lie in.
 * @throws UserError files/cannot-write
 */
export function writeNamedFile(path: string, content: string | Uint8Array): void {
  writing(path, () => {
    makeFolder(dirname(resolve(path)));
    writeWhole(path, [content]);
  });
}

function writing(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    // Anything but a call of the system that failed is a bug in what makes the content.
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : cannotWrite(path, error);
  }
}

/** A file is there whole or as it was before: it takes its name only when all of it is written. */
function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): void {
  const unfinished = `${path}.unfinished`;
  try {
    const file = openSync(unfinished, 'w');
    try {
      for (const piece of pieces) writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
