import { UserError } from '../errors.js';
import { readCaseRecords } from '../formats/read-cases.js';
import type { CaseRecord } from '../model/case-record.js';
import type { Context } from './context.js';
import { findFiles } from './find-files.js';
import { readBytes } from './read-bytes.js';

/** The records of all files that could be read, and what was wrong with the others. */
export interface ReadRecords {
  readonly records: readonly CaseRecord[];
  readonly problems: readonly UserError[];
}

/** Reads every case file under the given paths, leaving out those in `except`. */
export async function readRecords(
  paths: readonly string[],
  except: readonly string[],
  progress: Context['progress'],
): Promise<ReadRecords> {
  const files = findFiles(paths, except);
  const records: CaseRecord[] = [];
  const problems: UserError[] = [];
  for (const [index, file] of files.entries()) {
    await progress('read', index, files.length);
    try {
      for (const record of readCaseRecords(file.source, readBytes(file.path, file.source)))
        records.push(record);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error);
    }
  }
  await progress('read', files.length, files.length);
  return { records, problems };
}
