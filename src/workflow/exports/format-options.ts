import { UserError } from '../../errors.js';
import { type ExportFormatName, exportFormatNames } from '../../model/export-format-name.js';
import type { TableName } from '../../model/table-name.js';

/** The formats that are written from tables. */
const OF_TABLES = ['xlsx', 'csv', 'docx', 'html', 'md'] as const satisfies readonly ExportFormatName[];

/** The formats that are not of the whole project. */
const OF_CASES = exportFormatNames.filter((name) => !['json', 'jsonl', 'json-schema'].includes(name));

/** The formats that are written from what was coded. */
const OF_CODINGS = OF_CASES.filter((name) => name !== 'dtm');

/** The formats that an option means something for; an option that is not here goes with all. */
const FORMATS_OF = {
  codebook: OF_CODINGS,
  view: OF_CODINGS,
  coder: OF_CODINGS,
  status: OF_CODINGS,
  batch: OF_CASES,
  tables: OF_TABLES,
  by: OF_TABLES,
  group: OF_TABLES,
  against: OF_TABLES,
  coders: OF_TABLES,
  word: OF_TABLES,
  sort: OF_TABLES,
  quotes: ['docx', 'html', 'md'],
  unit: ['cooccurrence', 'gexf'],
  within: ['cooccurrence', 'gexf'],
  level: ['cooccurrence', 'gexf'],
  minDf: ['dtm'],
  withoutProposals: ['qdpx'],
} as const satisfies Readonly<Record<string, readonly ExportFormatName[]>>;

/** The tables that an option of export is for, which have to be named. */
const TABLES_OF = {
  by: ['crosstab', 'keyness'],
  group: ['crosstab', 'keyness'],
  against: ['keyness'],
  coders: ['reliability'],
  word: ['kwic'],
  sort: ['kwic'],
} as const satisfies Readonly<Partial<Record<keyof typeof FORMATS_OF, readonly TableName[]>>>;

type FormatOption = keyof typeof FORMATS_OF;

/** Whether a format takes an option. */
export function takesOption(format: ExportFormatName, option: FormatOption): boolean {
  const formats: readonly ExportFormatName[] = FORMATS_OF[option];
  return formats.includes(format);
}

/**
 * Refuses options that mean nothing for a format.
 * @throws UserError export/option-elsewhere
 */
export function requireOptions(
  format: ExportFormatName,
  request: Readonly<Partial<Record<FormatOption, unknown>>>,
): void {
  for (const option of Object.keys(FORMATS_OF) as FormatOption[]) {
    // All codings are what an export has anyway.
    const isGiven = request[option] !== undefined && request[option] !== 'all';
    if (!isGiven || takesOption(format, option)) continue;
    throw new UserError('export/option-elsewhere', {
      option: option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      format,
      formats: FORMATS_OF[option].join(', '),
    });
  }
}

/**
 * Refuses options of tables that are not written.
 * @throws UserError export/option-needs-table
 */
export function requireTablesOf(
  request: Readonly<Partial<Record<keyof typeof TABLES_OF, unknown>>>,
  names: readonly TableName[],
): void {
  for (const option of Object.keys(TABLES_OF) as (keyof typeof TABLES_OF)[]) {
    const tables: readonly TableName[] = TABLES_OF[option];
    if (request[option] === undefined || names.some((name) => tables.includes(name))) continue;
    throw new UserError('export/option-needs-table', { option, tables: tables.join(', ') });
  }
}
