import { describeNotCarried } from '../text/describe-not-carried.js';
import { english } from '../text/english.js';
import { counted } from './counted.js';
import type { ExportWords } from './export-words.js';
import type { ErrorsOf } from './messages.js';

/** What is said about exported datasets, in English. */
export const exportWords: ExportWords = {
  restored: ({ path, texts, decisions }) => [
    `Made ${path}: ${counted(texts, 'text')} of cases, ${counted(decisions, 'decision')}`,
  ],
  exported: ({ files, notes }, out) => [
    files.length === 1 ? `Wrote ${out}` : english`Wrote ${files.length} files to ${out}`,
    ...(notes.some(({ kind }) => kind === 'not-carried') ? [`What ${out} does not have:`] : []),
    ...notes.map(exportWords.note),
  ],
  note: (note) => {
    if (note.kind === 'not-carried') return `  ${describeNotCarried({ ...note, kind: note.what }, 'en')}`;
    const { kind, table, count } = note;
    if (kind === 'rows-not-printed')
      return `${table}: cut at ${counted(note.shown, 'row')}, for a report is to be read; ${count} more. All are in csv and xlsx.`;
    switch (kind) {
      case 'rows-cut':
        return `${table}: ${counted(count, 'row')} left out, because the format has no room for more. All are in csv.`;
      case 'text-cut':
        return `${table}: ${counted(count, 'text')} cut, because a cell has room for 32,767 characters. They are whole in csv.`;
      case 'links-cut':
        return `${table}: ${counted(count, 'count')} without a link, because a sheet has room for 65,530.`;
      case 'labels-cut':
        return `${table}: ${counted(count, 'label')} cut, because the program has no room for longer ones. They are whole in names.csv and values.csv.`;
    }
  },
};

/** The messages for what is wrong with exports, in English. */
export const errorsOfExport: ErrorsOf<'export' | 'restore'> = {
  'restore/project-there': ({ path }) =>
    `${path} exists already, and a project is never replaced. Name a new one with --db.`,
  'restore/not-a-project': ({ path }) =>
    `${path} is not a project as zhagen export json or jsonl writes it. Cases are taken in with: zhagen import ${path}`,
  'restore/damaged': ({ path, table, line }) =>
    `${path} is not as it was exported${line > 0 ? `, at line ${line}` : ''}${table === '' ? '' : `, in the rows of ${table}`}. Nothing was made. Export the project again.`,
  'export/exists': ({ path }) =>
    `${path} exists already. Name another with --out, or replace it with --force.`,
  'export/made-alone': ({ table }) =>
    `The table ${table} is of several codebooks, and export has one. Write it with: zhagen tables ${table} --format csv`,
  'export/option-needs-table': ({ option, tables }) =>
    `--${option} applies to tables that are written only where they are named: ${tables}. Name one with --tables.`,
  'export/no-batch': ({ table }) =>
    `The table "${table}" is one of all cases: --batch does not apply to it. Export it without --batch.`,
  'export/option-elsewhere': ({ option, format, formats }) =>
    `--${option} does not apply to the format ${format}. It applies to: ${formats}.`,
};
