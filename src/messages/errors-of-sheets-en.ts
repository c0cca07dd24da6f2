import { adjudicationReasons } from '../model/adjudication-reason.js';
import { adjudicationWord } from '../model/adjudication-word.js';
import type { CellFault } from '../model/cell-doubt.js';
import { verdictWord } from '../model/sheet-verdict.js';
import type { ErrorsOf } from './messages.js';

/** What a cell may have become in a spreadsheet, and how it becomes what was meant. */
const cellFaults: Readonly<Record<CellFault, (shown: string) => string>> = {
  error: (shown) => `is the error ${shown}. Write what is meant, or clear it.`,
  'no-value': (shown) =>
    `is the formula ${shown}, which nothing has computed. Open and save the file in Excel, WPS or LibreOffice, or paste its value.`,
  picture: () => 'is a picture. Write it as text.',
  date: (shown) =>
    `is a date (shown as ${shown}), which is what becomes of "1-2". Format the cell as text and type it again.`,
  digits: (shown) =>
    `is the number ${shown}, whose last digits are lost. Format the cell as text and type it again.`,
  format: (shown) => `is a number shown as ${shown}. Format the cell as text and type it again.`,
};

/** The messages for what is wrong with a sheet that came back, or with how one is asked for, in English. */
export const errorsOfSheets: ErrorsOf<'sheet'> = {
  'sheet/not-a-sheet': ({ path }) =>
    `${path} is not a sheet of zhagen: its first row names no column zhagen:sheet. Write one with zhagen review export.`,
  'sheet/missing-columns': ({ path, en }) =>
    `${path} lacks these columns, so nothing was taken from it: ${en}. Columns may be moved or hidden, but not renamed or deleted: bring them back, then import it again.`,
  'sheet/other-project': ({ path, cases }) =>
    `${path} is a sheet of another project: none of its cases (${cases}) is in this one. Open the project that it belongs to, and import it there.`,
  'sheet/mixed': ({ path }) =>
    `${path} has rows of several sheets. Import each sheet from a file of its own.`,
  'sheet/other-coder': ({ path, of, coder }) =>
    `${path} is the sheet of ${of}, not of ${coder}. Import it without --coder.`,
  'sheet/bad-rows': ({ path, problems }) =>
    `${path}: ${problems.length} ${problems.length === 1 ? 'row' : 'rows'} could not be taken, so nothing was written. Fix the rows, or skip them with --skip-bad:`,
  'sheet/row': ({ line }) => `row ${line}:`,
  'sheet/doubtful-cell': ({ column, kind, shown }) => `column "${column}" ${cellFaults[kind](shown)}`,
  'sheet/unknown-code': ({ name, near }) =>
    `No code is called "${name}".${near ? ` Nearly the same: ${near}.` : ''} To found it, import with --new.`,
  'sheet/unknown-verdict': ({ written, allowed }) =>
    `"${written}" is not a verdict. Write ${allowed.map((one) => verdictWord(one, 'en')).join(', ')}, or leave it blank.`,
  'sheet/words-differ': () =>
    'The words are not those that the row is about. Sort all columns together, or add a row of its own for other words.',
  'sheet/passage-gone': ({ caseId }) =>
    `The passage is not in the present text of ${caseId} any more. Paste its words as they are now into a new row.`,
  'sheet/no-case': ({ cases }) =>
    cases
      ? `The words occur in several cases: ${cases}. Write the case into its column.`
      : 'The words do not occur in any case. Copy them from the text, or write the case into its column.',
  'sheet/no-words': () => 'The row has no words of a text. Paste the words that are coded.',
  'sheet/no-target': ({ word }) => `Write into which keyword "${word}" is folded.`,
  'sheet/one-code': ({ word }) => `The keyword "${word}" goes to one code. Write one.`,
  'sheet/confirmed-and-changed': () =>
    'The row confirms a code and has another in its place. Write both codes, or leave the verdict blank.',
  'sheet/contradicts': ({ line }) => `Row ${line} puts the same code under another one.`,
  'sheet/said-since': ({ decision }) =>
    `Something else was decided since the sheet was written (${decision}). Look at it with zhagen history, and export the sheet again.`,
  'sheet/hides-no-names': ({ what }) =>
    `--hide-names does not apply to --what ${what}. It applies to: contested. Other coders' verdicts are hidden with --view blind.`,
  'sheet/chosen-and-decided': () =>
    'The row names a coder and decides otherwise. Leave one of the two cells blank.',
  'sheet/decided-as-given': ({ code }) =>
    `Coders gave the code "${code}" to this sentence themselves. Choose one of them in the row of that code.`,
  'sheet/needs-note': () => 'None of the coders is followed here. Write in the column of memos why.',
  'sheet/settled-since': ({ word }) =>
    `"${word}" was settled since the sheet was written, and what is settled stays. Leave the row blank, or take that decision back first: zhagen history`,
  'sheet/unknown-why': ({ written }) =>
    `"${written}" is not a reason why coders differ. Write one of: ${adjudicationReasons.map((why) => adjudicationWord(why, 'en')).join(', ')}; anything else goes into the memo.`,
  'sheet/bad-sample': ({ sample }) =>
    `"${sample}" is not a sample. Give a number of rows, such as 50, or a share, such as 20% or 1/3.`,
  'sheet/unknown-format': ({ path }) =>
    `A sheet is an .xlsx or .csv file, which ${path} is not. Name it so: --out sheet.xlsx (--what passages also goes into a .docx or a folder)`,
};
