import type { ErrorsOf } from './messages.js';

/** The messages for what is wrong with a project file, in English. */
export const errorsOfStore: ErrorsOf<'store'> = {
  'store/missing-database': ({ path }) =>
    `${path}: there is no project here. Start one: zhagen import <folder> --db ${path}`,
  'store/not-a-project': ({ path }) =>
    `${path}: is not a zhagen project. It was not changed; name another file with --db.`,
  'store/newer-version': ({ path, found, known }) =>
    `${path}: was written by a newer zhagen (version ${found} of the file, this one knows ${known}). Update zhagen.`,
  'store/cannot-open': ({ path, reason }) => `${path}: cannot be opened (${reason}).`,
  'store/changed-text': ({ path, caseId }) =>
    `${path}: the stored text of the case "${caseId}" is not the one that was imported (its sha256 differs). Another program changed the file, or it is damaged. Nothing was changed; go on with the last copy of it. "zhagen verify" lists all that differs.`,
  'store/damaged': ({ path, reason }) =>
    `${path}: the file is damaged (${reason}). Nothing was changed. Keep it as it is, and go on with the last copy of it, or with one that was exported as json ("zhagen restore"); what can still be read of it, "sqlite3 ${path} .recover" writes.`,
  'store/unread-journal': ({ path, reason }) =>
    `${path}: the last changes are in ${path}-wal, and to read them zhagen has to write beside it (${reason}). Copy both files into a folder that you may write in, and name the copy with --db.`,
  'store/cannot-write': ({ path, reason }) =>
    `${path}: cannot be written to the end (${reason}). Nothing was changed; see whether the disk is full, and try again.`,
  'store/left-in-journal': ({ path, reason }) =>
    `${path}: what the command did was saved, but part of it still lies in ${path}-wal (${reason}). Keep the two files together and free some space: the next command that writes joins them.`,
  'store/disk-full': ({ path }) =>
    `${path}: the disk is full. Nothing was changed; free some space and try again.`,
  'store/busy': ({ path }) =>
    `${path}: another program is writing to it. Wait until it is done and try again.`,
  'store/moved': ({ path }) =>
    `${path}: the file was moved, removed or replaced. Nothing was changed. Put it back and try again, or open again the file that you want to use.`,
  'store/read-only': ({ path }) =>
    `${path}: cannot be written. Check the permissions of the file and its folder, or name another with --db.`,
};
