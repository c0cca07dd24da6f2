import { UserError } from '../../errors.js';
import { writeCsv } from '../../formats/csv.js';
import { writeXlsx } from '../../formats/xlsx-write.js';
import type { Decision } from '../../model/decisions/decision.js';
import { objectOf, subjectOf } from '../../model/decisions/describe-decision.js';
import { type Language, languageSchema } from '../../model/language.js';
import type { JoinedDecision } from '../../project/join/plan-decisions.js';
import { conflictHeads, conflictTitle, keptWords } from '../../report/conflict-heads.js';
import { notInList, valueWord } from '../../report/sheet-heads.js';
import { readSheet } from '../../sources/read-sheet.js';
import { getSetting } from '../../store/setting-table.js';
import type { Store } from '../../store/store.js';
import { writeNamedFile } from '../write-files.js';

/** Which of two contradicting decisions, by their ids, is to be in force. */
export interface SettledConflict extends Pick<JoinedDecision, 'kept'> {
  readonly earlier: string;
  readonly later: string;
}

/** The hidden column that names the two decisions of a row. */
const KEY = 'zhagen:conflict';

/**
 * Writes conflicts between two projects as a sheet, .xlsx or .csv by its name: one row each, and a column for what is chosen.
 * @throws UserError sheet/unknown-format, files/cannot-write
 */
export async function writeConflictSheet(
  store: Store,
  out: string,
  conflicts: readonly JoinedDecision[],
): Promise<void> {
  const language = languageSchema.parse(getSetting(store, 'language'));
  const heads = conflictHeads[language];
  const rows = conflicts.map(({ earlier, later }, at) => [
    at + 1,
    subjectOf(earlier) || subjectOf(later),
    said(earlier, language),
    earlier.coder,
    said(later, language),
    later.coder,
    '',
    `${earlier.id} ${later.id}`,
  ]);
  if (/\.csv$/i.test(out)) {
    const columns = [...heads, KEY];
    const cells = rows.map((row) => Object.fromEntries(columns.map((head, at) => [head, row[at] ?? null])));
    return writeNamedFile(out, writeCsv(columns, cells));
  }
  if (!/\.xlsx$/i.test(out)) throw new UserError('sheet/unknown-format', { path: out });
  const chosen = heads.length - 1;
  const sheet = {
    name: conflictTitle[language],
    columns: [
      ...heads.map((head, at) => ({
        head,
        width: at === 0 ? 7 : 24,
        ...(at === chosen && { isOpen: true, list: 'kept_list' }),
      })),
      { head: KEY, width: 12, isHidden: true },
    ],
    rows,
    lists: [{ name: 'kept_list', values: Object.values(keptWords[language]) }],
    notInList: notInList[language],
  };
  writeNamedFile(out, await writeXlsx(sheet));
}

/**
 * Reads which of two decisions a sheet of conflicts chose.
 * @throws UserError join/not-conflicts, join/unknown-choice
 */
export async function readSettledSheet(path: string): Promise<SettledConflict[]> {
  const table = (await readSheet(path)).find(({ columns }) => columns.includes(KEY));
  const column = table?.columns.find((name) =>
    languageSchema.options.some((language) => conflictHeads[language].at(-1) === name.trim()),
  );
  if (!table || column === undefined) throw new UserError('join/not-conflicts', { path });
  return table.rows.flatMap(({ line, values }) => {
    const written = (values[column] ?? '').trim();
    if (written === '') return [];
    const [kept] = languageSchema.options.flatMap((language) =>
      (['earlier', 'later'] as const).filter(
        (one) => keptWords[language][one] === written || one === written,
      ),
    );
    if (!kept) throw new UserError('join/unknown-choice', { path, line, written });
    const [earlier = '', later = ''] = (values[KEY] ?? '').split(' ');
    return [{ earlier, later, kept }];
  });
}

function said({ kind, after }: Decision, language: Language): string {
  return [valueWord('verdict', kind, language), objectOf(after)].filter(Boolean).join(' → ');
}
