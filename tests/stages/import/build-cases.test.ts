import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.js';
import { type Case, caseSchema } from '../../../src/model/case.js';
import type { AttributeTable, CaseRecord } from '../../../src/model/case-record.js';
import { openCaseBuilder } from '../../../src/stages/import/build-cases.js';
import { compareByCodePoint } from '../../../src/text/code-points.js';

const record = (source: string, more: Partial<CaseRecord> = {}): CaseRecord => ({
  text: `${source} 里的桃园分账，每年一次，由合作社当众念给大家听，念完再签字。`,
  attributes: {},
  source,
  ...more,
});

const table = (...rows: Record<string, string>[]): AttributeTable => ({
  path: 'cases.csv',
  columns: Object.keys(rows[0] ?? {}),
  rows: rows.map((values, at) => ({ line: at + 2, values })),
});

const build = (records: CaseRecord[], attributes: AttributeTable | null = null) => {
  const builder = openCaseBuilder(
    attributes,
    records.map(({ source }) => source),
    { batch: '1' },
  );
  const cases: Case[] = [];
  const problems: UserError[] = [];
  for (const record of records) {
    try {
      cases.push(builder.build(record));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error);
    }
  }
  return {
    cases: cases.sort((a, b) => compareByCodePoint(a.id, b.id)),
    problems: [...problems, ...builder.tableProblems()],
    casesWithoutRow: builder.casesWithoutRow(),
  };
};
const only = (more: Partial<CaseRecord>) => build([record('a.txt', more)]).cases[0];
const problemsOf = (records: CaseRecord[], attributes: AttributeTable | null = null) =>
  build(records, attributes).problems.map(({ code, params }) => ({ code, params }));

describe('the case builder', () => {
  it('names a case by its given id, else by its path without extension', () => {
    const records = [
      record('x/é.v2.txt'),
      record('rows.jsonl#12'),
      record('b.md', { id: ' 江西-1 ' }),
      record('c.d/e'),
    ];
    expect(build(records).cases.map(({ id }) => id)).toEqual(['c.d/e', 'rows#12', 'x/é.v2', '江西-1']);
  });

  it('makes valid cases whose version is the hash of the text', () => {
    const [made] = build([record('a.txt', { text: '贫\r\n😀', attributes: { year: '2020' } })]).cases;
    expect(caseSchema.parse(made)).toEqual({
      id: 'a',
      title: '贫',
      text: '贫\r\n😀',
      attributes: { year: '2020' },
      source: 'a.txt',
      version: createHash('sha256').update(Buffer.from('贫\r\n😀')).digest('hex'),
      batch: '1',
    });
  });

  it('takes the title from the record, the table, a heading, a short first line, or the id', () => {
    const titled = table({ id: 'a', title: '表中题' });
    expect(only({ title: '自己的题' })?.title).toBe('自己的题');
    expect(build([record('a.txt')], titled).cases[0]?.title).toBe('表中题');
    expect(only({ source: 'a.md', text: '说明\n\n# 桃园分账 #\n文' })?.title).toBe('桃园分账');
    expect(only({ text: '\n  桃园分账 \r\n正文。' })?.title).toBe('桃园分账');
    expect(only({ text: '这里只有一句话。' })?.title).toBe('a');
    expect(only({ text: '长'.repeat(41) })?.title).toBe('a');
  });

  it('joins attribute rows by id, without the columns that name the case', () => {
    const { cases, problems } = build(
      [record('a.txt', { attributes: { year: '2019', kind: 'x' } }), record('b.txt')],
      table({ id: 'a', title: '', province: '江西', year: '2020' }),
    );
    expect(problems).toEqual([]);
    expect(cases.map(({ attributes }) => attributes)).toEqual([
      { year: '2020', kind: 'x', province: '江西' },
      {},
    ]);
  });

  it('joins attribute rows by file, with or without folder, and takes the id beside it', () => {
    const records = [record('cases/JX01.txt'), record('JX02.txt'), record('x/JX03.txt')];
    const rows = table(
      { id: '江西1', file: 'JX01.txt' },
      { id: '江西2', file: 'corpus\\cases\\JX02.txt' },
      { id: '', file: 'x/JX03.txt' },
    );
    const { cases, problems } = build(records, rows);
    expect(problems).toEqual([]);
    expect(cases.map(({ id }) => id)).toEqual(['x/JX03', '江西1', '江西2']);
  });

  it.each([
    [{ 编号: 'a', 题名: '一', 省: '江西' }],
    [{ ID: 'a', 标题: '一', 省: '江西' }],
    [{ 序号: 'a', Title: '一', 省: '江西' }],
    [{ 文件名: 'a.txt', 题名: '一', 省: '江西' }],
  ])('knows the columns of %j by their usual names', (row) => {
    const { cases, problems } = build([record('a.txt')], table(row));
    expect(problems).toEqual([]);
    expect(cases[0]).toMatchObject({ id: 'a', title: '一', attributes: { 省: '江西' } });
  });

  it('takes no running number for an id beside the names of files', () => {
    const { cases } = build([record('a.txt')], table({ 序号: '1', 文件: 'a.txt' }));
    expect(cases[0]).toMatchObject({ id: 'a', attributes: { 序号: '1' } });
  });

  it('joins rows by the ids that files of one name have', () => {
    const records = [record('a.docx'), record('a.pdf'), record('b.docx'), record('b.pdf')];
    const rows = table(
      { id: 'a', file: '', year: '1' },
      { id: 'a.pdf', file: '', year: '2' },
      { id: 'c', file: 'b.docx', year: '3' },
    );
    const { cases, problems, casesWithoutRow } = build(records, rows);
    expect([problems, casesWithoutRow]).toEqual([[], ['b']]);
    expect(cases.map(({ id, source, attributes }) => [id, source, attributes['year']])).toEqual([
      ['a', 'a.docx', '1'],
      ['a.pdf', 'a.pdf', '2'],
      ['b', 'b.pdf', undefined],
      ['c', 'b.docx', '3'],
    ]);
  });

  it('reports a row that fits no case, or more than one', () => {
    expect(problemsOf([record('a.txt')], table({ id: 'a' }, { id: 'b' }))).toEqual([
      { code: 'import/attribute-without-case', params: { path: 'cases.csv', line: 3, id: 'b' } },
    ]);
    expect(problemsOf([record('x/a.txt'), record('y/a.txt')], table({ file: 'a.txt' }))).toEqual([
      { code: 'import/attribute-without-case', params: { path: 'cases.csv', line: 2, id: 'a.txt' } },
    ]);
  });

  it('reports a table that cannot be joined', () => {
    expect(problemsOf([record('a.txt')], table({ province: '江西' }))).toEqual([
      { code: 'import/missing-column', params: { path: 'cases.csv', column: 'id', found: 'province' } },
    ]);
  });

  it('reports a table that names its cases in two columns', () => {
    const doubled = (name: string) => ({
      ...table({ id: 'a', 省: '江西', '省 2': '湖南' }),
      doubled: [{ line: 1, name, as: `${name} 2` }],
    });
    expect(problemsOf([record('a.txt')], doubled('省'))).toEqual([]);
    expect(problemsOf([record('a.txt')], doubled('id'))).toEqual([
      { code: 'import/doubled-column', params: { path: 'cases.csv', line: 1, column: 'id' } },
    ]);
  });

  it('reports duplicate ids and empty texts, and builds the other cases', () => {
    const records = [
      record('a.txt'),
      record('rows.csv#2', { id: 'a' }),
      record('b.txt', { text: ' \n' }),
      record('c.txt'),
    ];
    expect(problemsOf(records)).toEqual([
      { code: 'import/duplicate-id', params: { id: 'a', first: 'a.txt', second: 'rows.csv#2' } },
      { code: 'import/empty-file', params: { path: 'b.txt' } },
    ]);
    expect(build(records).cases.map(({ source }) => source)).toEqual(['a.txt', 'c.txt']);
    expect(problemsOf([record('a.txt')], table({ id: 'a' }, { id: 'a' }))).toEqual([
      { code: 'import/duplicate-id', params: { id: 'a', first: 'cases.csv#2', second: 'cases.csv#3' } },
    ]);
  });

  it('gives the same cases in whatever order the records come', () => {
    const records = [record('b.txt'), record('乙.txt'), record('a.txt'), record('😀.txt')];
    expect(build(records.toReversed())).toEqual(build(records));
  });

  it('says which cases no row of the table fits', () => {
    expect(build([record('a.txt'), record('b.txt')], table({ id: 'a' })).casesWithoutRow).toEqual(['b']);
    expect(build([record('a.txt')]).casesWithoutRow).toEqual([]);
  });
});
