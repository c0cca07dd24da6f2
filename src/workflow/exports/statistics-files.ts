import { writeCsv, writeCsvRows } from '../../formats/csv.js';
import { SPSS_NAMES, SPSS_ROOM, writeSpssSyntax } from '../../formats/statistics/spss-syntax.js';
import { STATA_NAMES, STATA_ROOM, writeStataDo } from '../../formats/statistics/stata-do.js';
import {
  prepareStatistics,
  type Room,
  type StatisticsTable,
} from '../../formats/statistics/statistics-table.js';
import { type NameRules, variableNames } from '../../formats/statistics/variable-names.js';
import type { DataTable } from '../../model/data-table.js';
import type { Language } from '../../model/language.js';
import { statisticsTables } from '../../report/datasets/statistics-tables.js';
import { statisticsWords } from '../../report/datasets/statistics-words.js';
import type { FileToWrite } from '../write-files.js';
import type { Dataset } from './dataset.js';
import { describeVariables, dictionaryFile } from './dictionary-file.js';
import type { FolderFormat } from './export-format.js';
import { readCodedData } from './read-coded-data.js';
import { writeRows } from './write-data-table.js';

/** A program for statistics: what it takes, and how its commands are written. */
interface Program {
  readonly extension: string;
  readonly names: NameRules;
  readonly room: Room;
  readonly write: (table: StatisticsTable, comments: readonly string[]) => string;
}

/** `spss`: a folder with data and the commands that read and label it, for SPSS and PSPP. */
export const spssFormat = formatFor({
  extension: 'sps',
  names: SPSS_NAMES,
  room: SPSS_ROOM,
  write: writeSpssSyntax,
});

/** `stata`: the same for Stata. */
export const stataFormat = formatFor({
  extension: 'do',
  names: STATA_NAMES,
  room: STATA_ROOM,
  write: writeStataDo,
});

function formatFor(program: Program): FolderFormat {
  return { extension: null, write: (dataset) => statisticsFiles(dataset, program) };
}

function* statisticsFiles(
  dataset: Dataset,
  { extension, names, room, write }: Program,
): Generator<FileToWrite> {
  const words = statisticsWords[dataset.language];
  const [named, valued]: [string[][], string[][]] = [[], []];
  const data = readCodedData(dataset);
  const columns = new Map<string, string[]>();
  for (const table of statisticsTables(data, dataset.language)) {
    const ready = prepareStatistics(table, variableNames(table.variables, names), words.flags, room);
    yield {
      name: `${table.name}.csv`,
      pieces: writeRows(
        ready.variables.map(({ name }) => name),
        ready.rows(),
      ),
    };
    yield { name: `${table.name}.${extension}`, pieces: [write(ready, words.comments)] };
    columns.set(
      table.name,
      ready.variables.map(({ name }) => name),
    );
    noteCuts(dataset, ready);
    named.push(...namesIn(table, ready));
    valued.push(...valuesIn(table, ready));
  }
  yield { name: 'names.csv', pieces: [writeCsv(words.names, []), writeCsvRows(named)] };
  yield { name: 'values.csv', pieces: [writeCsv(words.values, []), writeCsvRows(valued)] };
  const tablesIn = (language: Language) => statisticsTables(data, language);
  yield dictionaryFile(describeVariables(tablesIn, dataset.language, ({ name }) => columns.get(name) ?? []));
}

function noteCuts({ note }: Dataset, { name, textsCut, labelsCut }: StatisticsTable): void {
  if (textsCut > 0) note({ kind: 'text-cut', table: name, count: textsCut });
  if (labelsCut > 0) note({ kind: 'labels-cut', table: name, count: labelsCut });
}

/** What each variable is called in full. */
const namesIn = ({ variables }: DataTable, ready: StatisticsTable): string[][] =>
  variables.map(({ name, label }, at) => [`${ready.name}.csv`, ready.variables[at]?.name ?? '', name, label]);

/** What the values of each variable are called in full. */
const valuesIn = ({ variables }: DataTable, ready: StatisticsTable): string[][] =>
  ready.variables.flatMap(({ name, values, firstCode }, at) =>
    values.map((value, place) => [
      `${ready.name}.csv`,
      name,
      String(place + firstCode),
      variables[at]?.values?.[place] ?? value,
    ]),
  );
