import { expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../src/formats/csv.js';
import { formatTable } from '../../src/workflow/format-table.js';
import type { Table } from '../../src/workflow/table.js';

const COLUMNS = ['caseId', 'start', 'end', 'quote'];

/** A table of so many sentences. */
const tableOf = (count: number): Table => ({
  name: 'uncoded',
  columns: COLUMNS,
  rows: Array.from({ length: count }, (_, n) => ({
    caseId: 'JX01',
    start: n,
    end: n + 3,
    quote: `“${n}”,\n=`,
  })),
  source: {
    runIds: ['0'],
    codebooks: [],
    by: null,
    weight: 'zhagen',
    unit: 'passage',
    level: null,
    cases: 1,
    withoutText: 0,
    excluded: 0,
    sealed: 0,
    generations: [],
    regions: {
      sets: [],
      characters: 0,
      leftOut: 0,
      kinds: [],
      labels: 0,
      sealed: { statements: 0, characters: 0 },
      fromPlainText: 0,
    },
    confirmed: { count: 0, of: 0, coders: [] },
    wholeCases: 0,
    contested: 0,
    view: { kind: 'settled' },
    filters: { status: 'all' },
  },
});

it.each([0, 1, 5000, 5001, 12_000])('a file of %i rows is as if it were made in one', (count) => {
  const table = tableOf(count);
  expect(formatTable(table, 'json', 'en')).toBe(`${JSON.stringify(table.rows, null, 1)}\n`);
  const csv = formatTable(table, 'csv', 'en');
  expect(csv).toBe(writeCsv(COLUMNS, table.rows as readonly Readonly<Record<string, string | number>>[]));
  expect(readCsv(csv, 'a.csv').rows).toHaveLength(count);
});
