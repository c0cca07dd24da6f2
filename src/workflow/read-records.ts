import { UserError } from '../errors.js';
import { readCaseRecords } from '../formats/read-cases.js';
import type { CaseRecord } from '../model/case-record.js';
import type { Context } from './context.js';
import { findFiles, readBytes } from './find-files.js';

/** The records of all files that could be read, and what was wrong with the others. */
export interface ReadRecords {
  readonly records: readonly CaseRecord[];
  readonly problems: readonly UserError[];
}

/** Reads every case file under the given paths. */
export async function readRecords(
  paths: readonly string[],
  progress: Context['progress'],
): Promise<ReadRecords> {
  const files = findFiles(paths);
  const records: CaseRecord[] = [];
  const problems: UserError[] = [];
  for (const [index, file] of files.entries()) {
    await progress('read', index, files.length);
    try {
      for (const record of readCaseRecords(file.source, readBytes(file))) records.push(record);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error);
    }
  }
  await progress('read', files.length, files.length);
  return { records, problems };
}
