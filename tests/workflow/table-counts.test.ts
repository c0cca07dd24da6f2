import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableNames, tablesOnRequest } from '../../src/model/table-name.js';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { formatTable, labelledTable } from '../../src/workflow/format-table.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { codeLevelled, LEVEL_NAMES, levelledCodebook } from './levelled-project.js';
import { contextOf, makeFolder, rowsOf } from './project.js';
import { RECOUNT } from './recount.js';

const folder = makeFolder();
afterAll(folder.remove);

describe.each(LEVEL_NAMES.map((names) => [names.length, names] as const))(
  'under %i levels',
  (count, names) => {
    const book = levelledCodebook(names);
    let context: Context;
    beforeAll(async () => {
      context = contextOf(openStore(join(folder.path, `${count}.db`), { mode: 'create' }));
      await codeLevelled(context, folder.path, book);
    });
    afterAll(() => context.store.close());

    it.each(tableNames.filter((name) => RECOUNT[name] !== null))(
      'the numbers of %s are what its caption says, counted again from the evidence',
      (name) => {
        const byCase = name === 'pillars' ? { by: 'case' } : {};
        const { rows } = makeTable(context, { name, ...byCase });
        const again = RECOUNT[name]?.({ context, book }) ?? [];
        const byPlace = (given: readonly Readonly<Record<string, unknown>>[]) =>
          given.map((row) => closeTo(row)).sort((a, b) => (key(a) < key(b) ? -1 : 1));
        const key = (row: object) =>
          JSON.stringify(KEYS.map((field) => (row as Record<string, unknown>)[field]));
        const fields = again.flatMap((row) => Object.keys(row));
        const shown = rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field))),
        );
        const sorted = [...shown].sort((a, b) => (key(a) < key(b) ? -1 : 1));
        expect(sorted).toEqual(byPlace(again).map((row) => expect.objectContaining(row)));
        if (name !== 'counter-evidence' && !(name === 'cooccurrence' && count < 2)) {
          expect(rows.length, name).toBeGreaterThan(0);
        }
      },
    );

    it('every column of the coding table is named after a level and holds only its labels', () => {
      for (const language of ['zh', 'en'] as const) {
        const { header, cells } = labelledTable(makeTable(context, { name: 'coding' }), language);
        const levels = book.levels.map(({ name }) => name[language]);
        expect(header.slice(0, count)).toEqual(levels);
        book.levels.forEach(({ id }, at) => {
          const labels = book.codes.filter(({ level }) => level === id).map(({ label }) => label.zh);
          const shown = new Set(cells.map((row) => row[at]).filter((cell) => cell !== ''));
          expect([...shown].sort()).toEqual([...labels].sort());
        });
      }
    });

    it('tables that show one code agree: coding, pillars, frequency, matrix and the changes of a coding', () => {
      const coding = new Map(rowsOf(context, 'coding').map((row) => [row.code, row]));
      for (const { pillar, assignments, references, cases } of rowsOf(context, 'pillars')) {
        expect(coding.get(pillar ?? '')).toMatchObject({ assignments, references, cases });
      }
      for (const row of rowsOf(context, 'frequency')) {
        const { ownAssignments, ownReferences } = coding.get(row.coreKeyword) ?? {};
        expect([row.assignments, row.references]).toEqual([ownAssignments, ownReferences]);
        const cells = rowsOf(context, 'matrix').filter(({ codeId }) => codeId === row.codeId);
        for (const field of ['assignments', 'references', 'tokens'] as const) {
          expect(cells.reduce((sum, cell) => sum + cell[field], 0)).toBe(row[field]);
        }
      }
    });

    it('a case without evidence has no rank, and no table puts it under a pillar', () => {
      const rows = rowsOf(context, 'pillars', { by: 'case' }).filter(({ group }) => group === 'c3');
      expect(rows).toMatchObject([{ pillar: null, rank: null, score: 0, share: 0 }]);
      const { cells } = labelledTable(makeTable(context, { name: 'pillars', by: 'case' }), 'zh');
      expect(cells.find(([group]) => group === 'c3')?.slice(0, 3)).toEqual(['c3', '无编码', '']);
    });

    it('evidence has all keywords and rules that led to a code, and names the level of the code', () => {
      const evidence = rowsOf(context, 'evidence');
      const moved = evidence.find(({ code, quote }) => code === '产业振兴' && quote.includes('流转了土地'));
      expect(moved).toMatchObject({ level: 'l1', keywords: [], rules: ['流转*土地'], origins: ['rule'] });
      const both = evidence.filter(({ origins }) => origins.length > 1);
      for (const { keywords } of both) expect(new Set(keywords).size).toBe(keywords.length);
      const { header, cells } = labelledTable(makeTable(context, { name: 'evidence' }), 'zh');
      for (const row of cells) {
        const code = book.codes.find(({ id }) => id === row[header.indexOf('编码代号')]);
        expect(row[header.indexOf('层级')]).toBe(book.levels.find(({ id }) => id === code?.level)?.name.zh);
      }
    });

    it('speaks one language in heads, values and captions', () => {
      for (const name of tableNames.filter((one) => !tablesOnRequest.includes(one))) {
        const table = makeTable(context, { name });
        const { header, title } = labelledTable(table, 'zh');
        for (const head of [title, ...header]) expect(head).toMatch(/\p{Script=Han}/u);
        expect(new Set(header).size).toBe(header.length);
        for (const language of ['zh', 'en'] as const) {
          for (const format of ['csv', 'md', 'json'] as const) {
            expect(formatTable(table, format, language)).not.toMatch(/undefined|\[object|NaN/);
          }
        }
      }
    });
  },
);

it('a crosswalk cites the runs of both codebooks and counts what people confirmed in both', async () => {
  const context = contextOf(openStore(join(folder.path, 'crosswalk.db'), { mode: 'create' }));
  const [two, four] = [LEVEL_NAMES[1], LEVEL_NAMES[3]].map((names) => levelledCodebook(names ?? []));
  await codeLevelled(context, folder.path, two as never);
  const { runId: first } = await codeCases(context, {});
  await codeLevelled(context, folder.path, four as never);
  const { runId: second } = await codeCases(context, {});
  const table = makeTable(context, { name: 'crosswalk', codebooks: ['levels-2', 'levels-4'] });
  expect(table.source.runIds).toHaveLength(2);
  expect(table.source.runIds).toContain(second);
  expect(table.source.runIds[0]).not.toBe(table.source.runIds[1]);
  expect(first).not.toBe(second);
  const of = (codebook: string) => makeTable(context, { name: 'evidence', codebook }).source.confirmed.of;
  expect(table.source.confirmed.of).toBe(of('levels-2') + of('levels-4'));
  expect(labelledTable(table, 'zh').header).toEqual(expect.arrayContaining(['主题', '另一概念']));
  context.store.close();
});

const KEYS = [
  'group',
  'caseId',
  'codeId',
  'otherCodeId',
  'coreKeyword',
  'pillar',
  'word',
  'rawKeyword',
  'start',
  'end',
  'quote',
];

/** Scores are rounded to six decimals, factors of a weight too. */
function closeTo(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      typeof value === 'number' && !Number.isInteger(value) ? expect.closeTo(value, 3) : value,
    ]),
  );
}
