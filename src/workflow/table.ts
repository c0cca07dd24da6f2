import { UserError } from '../errors.js';
import type { KwicOrder } from '../model/kwic-order.js';
import type { SaturationForm } from '../model/saturation-source.js';
import type { TableName } from '../model/table-name.js';
import type { TableSource } from '../model/table-source.js';
import type { ViewRequest } from '../project/choose-view.js';
import type { CodingFilter } from '../project/select-coding.js';

/** What a table counts in or compares: a passage is a sentence. */
export type TableUnit = TableSource['unit'] | 'sentence' | 'keyword';

/** Which table, over what. */
export interface TableRequest extends CodingFilter, ViewRequest {
  readonly name: TableName;
  /** Attribute, `case`, or left out: keywords as mined, pillars over all cases. */
  readonly by?: string | undefined;
  /** Values of the attribute: the groups that a crosstab compares, otherwise all; for keyness those that form the one group. */
  readonly group?: readonly string[] | undefined;
  /** For keyness the values that form the other group, otherwise all others. */
  readonly against?: readonly string[] | undefined;
  /** For keyness: words in fewer cases are left out. */
  readonly minCases?: number | undefined;
  readonly weight?: 'zhagen' | 'tfidf' | undefined;
  /** What pairs of codes are counted in: by default passages, at the lowest level. Of reliability: what coders are compared on. */
  readonly unit?: TableUnit | undefined;
  /** The greatest distance between two sentences of a window; makes windows the units. */
  readonly within?: number | undefined;
  readonly level?: number | undefined;
  /** Of kwic: the word or code that is looked for, and the order of its occurrences. */
  readonly word?: string | undefined;
  readonly sort?: KwicOrder | undefined;
  /** The first rows alone, so many of them; evidence is then read no further. */
  readonly rows?: number | undefined;
  /** How many random tables an exact test draws, or samples an interval is drawn from, and the seed of what is drawn. */
  readonly resamples?: number | undefined;
  readonly seed?: number | undefined;
  /** How many quotes a code or pillar, or places two codes get at most. */
  readonly quotes?: number | undefined;
  /** Attributes of the cases, each in a column of its own. */
  readonly withAttributes?: readonly string[] | undefined;
  /** Of reliability: whose codings are compared. */
  readonly coders?: readonly string[] | undefined;
  /** Of reliability: cases to leave out, since the project hides from who reads it what others say there. */
  readonly hiddenCases?: readonly string[] | undefined;
  /** Of saturation: its form, the order of the cases, how many cases base and run have, and how many other orders are tried. */
  readonly form?: SaturationForm | undefined;
  readonly order?: string | undefined;
  readonly base?: number | undefined;
  readonly run?: number | undefined;
  readonly runs?: number | undefined;
  /** The codebooks that are laid side by side, two or more. */
  readonly codebooks?: readonly string[] | undefined;
}

export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A row with the columns of its table, in their order. */
export function pickColumns(row: Row, columns: readonly string[]): Row {
  const picked: Record<string, Row[string]> = {};
  for (const column of columns) picked[column] = row[column] ?? null;
  return picked;
}

/** A table: its rows as the schemas in `model/table-rows.ts` have them, and what it was made from. */
export interface Table {
  readonly name: TableName;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The sums over all rows, for where the table is printed: data has none. What has no sum is not in it. */
  readonly total?: Row | undefined;
  readonly source: TableSource;
}

/**
 * The unit that is asked for, one of those that the table has.
 * @throws UserError tables/unit-elsewhere
 */
export function requireUnit<Unit extends TableUnit>(
  { name, unit }: Pick<TableRequest, 'name' | 'unit'>,
  units: readonly Unit[],
): Unit | undefined {
  if (unit === undefined) return undefined;
  const known = units.find((one) => one === unit);
  if (known === undefined)
    throw new UserError('tables/unit-elsewhere', { unit, table: name, units: units.join(', ') });
  return known;
}

/**
 * Asks that a distance is that of windows.
 * @throws UserError tables/within-no-window
 */
export function requireWindow({ unit, within }: Pick<TableRequest, 'unit' | 'within'>): void {
  if (within === undefined || unit === undefined || unit === 'window') return;
  throw new UserError('tables/within-no-window', { unit });
}
