import { describe, expect, it } from 'vitest';
import { originSchema, statusSchema } from '../../src/model/coded-passage.js';
import { screeningReasonSchema } from '../../src/model/keyword.js';
import { keywordKindSchema } from '../../src/model/mapping.js';
import { rawRowSchema } from '../../src/model/rows/keyword-rows.js';
import { flowRowSchema } from '../../src/model/rows/sample-rows.js';
import { rowShapes, type TableName, tableNames } from '../../src/model/table-rows.js';
import type { TableSource } from '../../src/model/table-source.js';
import { SETTLED } from '../../src/model/view.js';
import { captionTable } from '../../src/report/caption-table.js';
import { captionTables } from '../../src/report/caption-tables.js';
import { labelTable } from '../../src/report/label-table.js';
import { OF_PEOPLE } from '../../src/report/labels.js';

const LEVELS = ['核心范畴', '主范畴', '副范畴', '范畴', '概念'].map((zh, at) => ({
  id: `l${at + 1}`,
  name: { zh, en: `level ${at + 1}` },
}));

const SOURCE: TableSource = {
  runIds: ['0123456789abcdef'],
  codebooks: [{ id: 'six-pillars', version: '1.0.0', levels: LEVELS }],
  by: 'province',
  weight: 'zhagen',
  unit: 'passage',
  level: null,
  cases: 48,
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
  confirmed: { count: 3, of: 120, coders: ['左', '李'] },
  wholeCases: 0,
  contested: 0,
  view: { kind: 'coder', coder: '左' },
  filters: { batch: '2', status: 'confirmed' },
};

const HAN = /\p{Script=Han}/u;
const cells = (name: TableName, row: Readonly<Record<string, string | number | boolean | null>>) =>
  labelTable(name, Object.keys(row), [row], SOURCE, 'zh').cells[0];

describe('a table in Chinese', () => {
  it.each(tableNames)('has a Chinese head of its own for every column: %s', (name) => {
    const columns = Object.keys(rowShapes[name]);
    const { header, title } = labelTable(name, columns, [], SOURCE, 'zh');
    for (const head of [title, ...header]) expect(head).toMatch(HAN);
    expect(new Set(header).size).toBe(columns.length);
  });

  it.each([
    ['source', rawRowSchema.shape.source.options],
    ['kind', keywordKindSchema.options],
    ['reason', screeningReasonSchema.options],
    ['origins', originSchema.options],
    ['status', statusSchema.options],
    ['part', flowRowSchema.shape.part.options],
    ['step', flowRowSchema.shape.step.options],
  ])('says every value of %s in Chinese, each differently', (column, options) => {
    const said = options.map((value) => cells('raw', { [column]: value })?.[0]);
    for (const value of said) expect(value).toMatch(HAN);
    expect(new Set(said).size).toBe(options.length);
  });

  it('says yes and no in Chinese, leaves what is missing blank, and keeps numbers and words', () => {
    const row = { kept: true, isNew: false, coreKeyword: null, cases: 1234, word: 'top' };
    expect(cells('raw', row)).toEqual(['是', '否', '', '1234', 'top']);
  });

  it('translates a screening reason and leaves what a person wrote behind it as it is', () => {
    expect(cells('raw', { reason: 'decided-drop: 见 a: b' })).toEqual(['人工剔除：见 a: b']);
    expect(cells('contested', { reason: '见 a: b' })).toEqual(['见 a: b']);
  });

  it('names the parts of a query that a memo keeps, and leaves other memos as they are', () => {
    const text = 'query: 光伏\nwords: 光伏 query: x\nwhere:\n  - 省份=江西\n  - 年份=2019';
    expect(cells('memos', { text })).toEqual(['查询：光伏\n词语：光伏 query: x\n属性：省份=江西、年份=2019']);
    expect(cells('memos', { text: 'words: 一' })).toEqual(['words: 一']);
  });
});

describe('a table in English', () => {
  it('has the field names for heads and the values as they are', () => {
    const {
      header,
      cells: rows,
      title,
    } = labelTable('raw', ['kept', 'reason'], [{ kept: true, reason: 'top' }], SOURCE, 'en');
    expect([title, header, rows]).toEqual([
      'From raw keywords to core keywords',
      ['kept', 'reason'],
      [['true', 'top']],
    ]);
  });

  it('sets numbers flush right', () => {
    const { numeric } = labelTable(
      'keywords',
      ['word', 'weight'],
      [{ word: '园', weight: 1.5 }],
      SOURCE,
      'en',
    );
    expect(numeric).toEqual([false, true]);
  });
});

describe('a caption', () => {
  const coded = tableNames.filter(
    (name) =>
      !['sample', 'top-words', 'keywords', 'weights', 'kwic', 'keyness', 'contested', ...OF_PEOPLE].includes(
        name,
      ),
  );

  it.each(coded)('tells run, codebook, filters and what people confirmed, in both languages: %s', (name) => {
    const zh = captionTable(name, SOURCE, 'zh');
    for (const part of [
      '48 个案例',
      '分组：province',
      'six-pillars（1.0.0）',
      '只按 左 的判定',
      '批次：2',
      '仅含已确认',
      '运行：0123456789abcdef',
      '120 条编码中 3 条经人工确认（左、李）',
    ]) {
      expect(zh).toContain(part);
    }
    const en = captionTable(name, SOURCE, 'en');
    for (const part of [
      '48 cases',
      'grouped by province',
      'codebook six-pillars (1.0.0)',
      'verdicts of 左 alone',
      'batch 2',
      'confirmed only',
      'run 0123456789abcdef',
      '3 of 120 codings confirmed by people (左, 李)',
    ]) {
      expect(en).toContain(part);
    }
  });

  it('of what people wrote says whose words it shows, and names no run', () => {
    expect(captionTable('memos', SOURCE, 'zh')).toMatch(/编码者：左。$/);
    expect(captionTable('memos', SOURCE, 'en')).not.toMatch(/\brun\b/);
  });

  it.each(['zh', 'en'] as const)(
    'of contested verdicts does not say who confirmed codings: %s',
    (language) => {
      const caption = captionTable('contested', { ...SOURCE, contested: 2 }, language);
      expect(caption).not.toContain('李');
      expect(caption).not.toMatch(/的判定 2 个|2 verdicts/);
    },
  );

  it('of the keywords says which weight it shows', () => {
    expect(captionTable('keywords', SOURCE, 'zh')).toContain('zhagen 权重');
    expect(captionTable('keywords', { ...SOURCE, weight: 'tfidf' }, 'en')).toContain('TF-IDF');
  });

  it('without codebook, grouping and filters says nothing of them', () => {
    const plain = { ...SOURCE, codebooks: [], by: null, view: SETTLED, filters: { status: 'all' } as const };
    expect(captionTable('frequency', plain, 'en')).not.toMatch(
      /; codebook |grouped|verdicts of|batch|confirmed only/,
    );
    expect(captionTable('frequency', plain, 'zh')).not.toMatch(/编码框架：|分组：|的判定|批次|仅含/);
  });

  it('page names the file of every table', () => {
    const page = captionTables(
      tableNames.map((name) => ({ name, source: SOURCE })),
      'zh',
    );
    for (const name of tableNames) expect(page).toContain(`${name}.csv`);
  });
});
