import { describe, expect, it } from 'vitest';
import { findMerges } from '../../src/report/find-merges.js';
import { printRows } from '../../src/report/print-rows.js';

const EXAMPLE = {
  number: 'a1-1',
  quote: '名字第二天就会出现在镇上的电脑里。',
  kind: 'example',
  conceptNumber: 'a1',
  concept: '防贫预警',
  categoryNumber: 'A1',
  category: '实施动态监测',
  codeId: 'warning',
  caseId: 'AH01',
  paragraph: 4,
  sentence: 2,
};
const print = (rows: readonly (typeof EXAMPLE)[], language: 'zh' | 'en' = 'zh') =>
  printRows('examples', Object.keys(EXAMPLE), rows, language);

describe('the printed form of a table that argues', () => {
  it('has labels with their numbers, and quotes with case, paragraph and sentence', () => {
    const { columns, rows } = print([EXAMPLE]);
    expect(columns).toEqual(['category', 'concept', 'number', 'quote', 'kind']);
    expect(columns.map((column) => rows[0]?.[column])).toEqual([
      'A1 实施动态监测',
      'a1 防贫预警',
      'a1-1',
      '名字第二天就会出现在镇上的电脑里。（AH01，第 4 段，第 2 句）',
      'example',
    ]);
    expect(print([EXAMPLE], 'en').rows[0]?.['quote']).toBe(
      '名字第二天就会出现在镇上的电脑里。 (AH01, paragraph 4, sentence 2)',
    );
  });

  it('names no source of what is from no case, and no number of what has none', () => {
    const limit = { ...EXAMPLE, caseId: null, conceptNumber: null, concept: null, quote: '不含网上销售' };
    const [row] = print([limit as never]).rows;
    expect([row?.['quote'], row?.['concept']]).toEqual(['不含网上销售', null]);
  });

  it('has no column that is empty in all rows, and keeps what leads to other tables', () => {
    const bare = { ...EXAMPLE, conceptNumber: null, concept: null };
    const { columns, rows } = print([bare as never]);
    expect(columns).not.toContain('concept');
    expect(rows[0]?.['codeId']).toBe('warning');
  });

  it('merges the categories of rows that follow each other', () => {
    const { columns, rows } = print([EXAMPLE, { ...EXAMPLE, number: 'a1-2' }]);
    const cells = rows.map((row) => columns.map((column) => String(row[column])));
    expect(findMerges(cells, [0, 1])).toEqual([
      { column: 0, row: 0, rows: 2 },
      { column: 1, row: 0, rows: 2 },
    ]);
  });

  it('leaves other tables as they are', () => {
    const rows = [{ caseId: 'AH01', coverage: 0.5 }];
    expect(printRows('coverage', ['caseId', 'coverage'], rows, 'zh')).toEqual({
      columns: ['caseId', 'coverage'],
      rows,
    });
  });
});

describe('the printed form of a crosstab', () => {
  const row = (code: string, group: string, cases: number, share: number, test = 'fisher') => ({
    ...{ code, level: 'axial', codeId: `id-${code}`, group, cases, groupCases: 24, share, expected: 1.5 },
    ...{
      residual: 0.4,
      chiSquare: 1.25,
      df: 1,
      test,
      p: test === 'none' ? null : 0.2,
      adjustedP: 0.4,
      cramersV: 0.1,
    },
  });
  const rows = [
    row('甲', '东部', 12, 0.5),
    row('甲', '西部', 1, 0.125),
    row('乙', '东部', 0, 0),
    row('乙', '西部', 8, 1),
  ];
  const columns = Object.keys(row('甲', '东部', 1, 1));

  it('has a row a code and the groups side by side, with n (%)', () => {
    const printed = printRows('crosstab', columns, rows, 'zh');
    expect(printed.columns.slice(0, 3)).toEqual(['code', 'group:东部', 'group:西部']);
    expect(printed.columns).toContain('cramersV');
    expect(printed.rows.map((one) => [one['code'], one['group:东部'], one['group:西部']])).toEqual([
      ['甲', '12（50.0%）', '1（12.5%）'],
      ['乙', '0（0.0%）', '8（100.0%）'],
    ]);
    expect(printRows('crosstab', columns, rows, 'en').rows[0]?.['group:东部']).toBe('12 (50.0%)');
  });

  it('says nothing of tests where none was made', () => {
    const untested = rows.map((one) => ({ ...one, test: 'none' }));
    expect(printRows('crosstab', columns, untested, 'zh').columns).toEqual([
      'code',
      'group:东部',
      'group:西部',
    ]);
  });
});
