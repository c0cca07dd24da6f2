import { UserError } from '../../errors.js';
import type { ExportFormatName } from '../../model/export-format-name.js';
import { type Language, languageSchema } from '../../model/language.js';
import type { NotCarriedKind } from '../../model/not-carried.js';
import type { TableName } from '../../model/table-name.js';
import type { ViewRequest } from '../../project/choose-view.js';
import type { Context } from '../../project/context.js';
import type { CodingFilter } from '../../project/select-coding.js';
import { getSetting } from '../../store/setting-table.js';
import { MADE_ALONE, makeTables, takesBatch } from '../make-table.js';
import type { Table, TableRequest } from '../table.js';
import { requireTablesOf, takesOption } from './format-options.js';
import { tablesWithRows } from './tables-with-rows.js';

/** What of a project is exported: its coding under one filter and view, as the tables that are named. */
export interface DatasetRequest extends CodingFilter, ViewRequest {
  /** Without it those that have rows, but `uncoded`. */
  readonly tables?: readonly TableName[] | undefined;
  /** How many passages a report quotes for each code, at most. */
  readonly quotes?: number | undefined;
  /** Of the tables `crosstab` and `keyness`: the attribute of the cases, and the groups that are compared. */
  readonly by?: string | undefined;
  readonly group?: readonly string[] | undefined;
  readonly against?: readonly string[] | undefined;
  /** Of the table `reliability`: whose codings are compared. */
  readonly coders?: readonly string[] | undefined;
  /** Of the table `kwic`: the word or code that is looked for, and the order of its occurrences. */
  readonly word?: string | undefined;
  readonly sort?: TableRequest['sort'];
  /** Of `cooccurrence` and `gexf`: what pairs of codes are counted in, and the level of the codes, 1 being the top. */
  readonly unit?: TableRequest['unit'];
  /** Of the same: counts windows, the greatest distance between two sentences of one. */
  readonly within?: number | undefined;
  readonly level?: number | undefined;
  /** Of `dtm`: leaves out words that occur in fewer cases. */
  readonly minDf?: number | undefined;
  /** Of `qdpx`: leaves out what the program alone proposes. */
  readonly withoutProposals?: boolean | undefined;
}

/** What a file has no room for, or leaves out. */
export type ExportNote =
  | {
      readonly kind: 'rows-cut' | 'text-cut' | 'links-cut' | 'labels-cut';
      /** The title of the table. */
      readonly table: string;
      readonly count: number;
    }
  | {
      readonly kind: 'rows-not-printed';
      readonly table: string;
      readonly shown: number;
      /** The rows after those that are shown. */
      readonly count: number;
    }
  | { readonly kind: 'not-carried'; readonly what: NotCarriedKind; readonly count: number };

/** What every format is written from. */
export interface Dataset {
  readonly context: Pick<Context, 'store' | 'toolVersion'>;
  readonly format: ExportFormatName;
  readonly request: DatasetRequest;
  /** Of heads, values and captions: a setting of the project. */
  readonly language: Language;
  /** The tables that are written; none for a format of another shape. */
  readonly names: readonly TableName[];
  /** The tables that are named, in their order or another, made one by one: all of them together take many times the memory of the texts. */
  readonly tables: (order?: readonly TableName[]) => Iterable<Table>;
  /** Says what the file has no room for. */
  readonly note: (note: ExportNote) => void;
}

/**
 * Opens what is exported of a project.
 * @param ofFormat the tables that a format writes, in its order, where these are not all
 * @throws UserError export/made-alone, export/option-needs-table, export/no-batch
 */
export function openDataset(
  context: Dataset['context'],
  format: ExportFormatName,
  request: DatasetRequest,
  note: Dataset['note'],
  ofFormat?: readonly TableName[],
): Dataset {
  const { store } = context;
  const names = takesOption(format, 'tables')
    ? [...new Set(request.tables ?? namesOf(tablesWithRows(store, request), ofFormat))]
    : [];
  const alone = names.find((name) => MADE_ALONE.includes(name));
  if (alone !== undefined) throw new UserError('export/made-alone', { table: alone });
  requireTablesOf(request, names);
  const whole = request.batch === undefined ? undefined : request.tables?.find((name) => !takesBatch(name));
  if (whole !== undefined) throw new UserError('export/no-batch', { table: whole });
  return {
    context,
    format,
    request,
    language: languageSchema.parse(getSetting(store, 'language')),
    names,
    tables: (order = names) => makeTables(context, order, request),
    note,
  };
}

function namesOf(withRows: readonly TableName[], ofFormat: readonly TableName[] | undefined): TableName[] {
  if (ofFormat === undefined) return withRows.filter((name) => name !== 'uncoded');
  return ofFormat.filter((name) => withRows.includes(name));
}
