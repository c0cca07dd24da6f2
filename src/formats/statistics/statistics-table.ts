import type { DataCell, DataTable, Variable } from '../../model/data-table.js';
import { isEscapedInCsv } from '../csv.js';
import { cutTo } from './variable-names.js';

/** What a program has room for. */
export interface Room {
  readonly lengthOf: (text: string) => number;
  /** Of a text in a cell, the label of a variable, and that of a value. */
  readonly text: number;
  readonly label: number;
  readonly valueLabel: number;
}

/** A variable as a program for statistics has it. */
export interface StatisticsVariable {
  readonly name: string;
  readonly label: string;
  readonly type: Variable['type'];
  /** The codes and labels of values; the place in the list is the code, counted from `firstCode`. */
  readonly values: readonly string[];
  readonly firstCode: 0 | 1;
  /** The most that a cell takes: of a text as `lengthOf` has it, of a number its characters. */
  readonly width: number;
  /** The digits behind the point that a cell has at most. */
  readonly decimals: number;
  /** Some cells have a mark in front of what spreadsheets would take for a formula. */
  readonly isEscaped: boolean;
}

/** A table as programs for statistics take it: values of categories are numbers, texts are in one line. */
export interface StatisticsTable {
  readonly name: string;
  readonly variables: readonly StatisticsVariable[];
  readonly rows: () => Iterable<readonly DataCell[]>;
  /** How many texts, and how many labels, were cut. */
  readonly textsCut: number;
  readonly labelsCut: number;
}

/** The bytes of the longest character: a text that was cut is shorter than the room by less. */
const LONGEST = 4;

/** Looks through a table once for what its variables need, and makes it ready for a program. */
export function prepareStatistics(
  { name, variables, rows }: DataTable,
  names: readonly string[],
  flags: readonly [no: string, yes: string],
  room: Room,
): StatisticsTable {
  const values = variables.map((one) => (one.type === 'flag' ? flags : (one.values ?? [])));
  const codes = values.map((of) => new Map(of.map((value, at) => [value, at + 1])));
  const widths = variables.map(() => ({ width: 1, decimals: 0, isEscaped: false }));
  let textsCut = 0;
  const encode = (cell: DataCell, at: number): DataCell => {
    if (cell === null || variables[at]?.type === 'flag') return cell;
    if (variables[at]?.type === 'category') return codes[at]?.get(String(cell)) ?? null;
    return typeof cell === 'number' ? cell : cutTo(inOneLine(cell), room.text, room.lengthOf);
  };
  for (const row of rows()) {
    for (const [at, cell] of row.entries()) {
      const seen = widths[at];
      const encoded = encode(cell, at);
      if (encoded === null || seen === undefined) continue;
      const written = String(encoded);
      if (typeof encoded === 'number') {
        seen.decimals = Math.max(seen.decimals, written.split('.')[1]?.length ?? 0);
        seen.width = Math.max(seen.width, written.length);
      } else {
        seen.isEscaped ||= isEscapedInCsv(encoded);
        // The mark in front takes room until it is taken away.
        const length = room.lengthOf(encoded);
        seen.width = Math.max(seen.width, length + 1);
        if (length > room.text - LONGEST && encoded !== inOneLine(String(cell))) textsCut += 1;
      }
    }
  }
  let labelsCut = 0;
  const cutLabel = (label: string, limit: number) => {
    const line = inOneLine(label);
    const cut = cutTo(line, limit, room.lengthOf);
    if (cut !== line) labelsCut += 1;
    return cut;
  };
  return {
    name,
    variables: variables.map(({ label, type }, at) => ({
      name: names[at] as string,
      label: cutLabel(label, room.label),
      type,
      values: (values[at] ?? []).map((value) => cutLabel(value, room.valueLabel)),
      firstCode: type === 'flag' ? 0 : 1,
      ...(widths[at] as (typeof widths)[number]),
    })),
    rows: function* () {
      for (const row of rows()) yield row.map(encode);
    },
    textsCut,
    labelsCut,
  };
}

/** A text without line ends and control characters, which would end a line of data or of commands. */
const inOneLine = (text: string): string => text.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
