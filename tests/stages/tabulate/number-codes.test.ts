import { describe, expect, it } from 'vitest';
import { frameworkOf } from '../../../src/model/framework.js';
import { numberCodes } from '../../../src/stages/tabulate/number-codes.js';
import { tabulateCategories } from '../../../src/stages/tabulate/tabulate-categories.js';
import { code, codebook, ONE_LEVEL, TWO_LEVELS, VILLAGE } from '../village-codebook.js';

const numbersOf = (book: typeof VILLAGE) => Object.fromEntries(numberCodes(frameworkOf(book)));

describe('numbers of codes', () => {
  it('are a1 at the lowest level, A1 above it and B1 above that, from the top down', () => {
    expect(numbersOf(VILLAGE)).toEqual({
      safeguards: 'B1',
      monitoring: 'A1',
      warning: 'a1',
      grid: 'a2',
      industry: 'B2',
      carriers: 'A2',
      park: 'a3',
      cooperative: 'a4',
    });
    expect(numbersOf(TWO_LEVELS)).toEqual({ prosperity: 'A1', park: 'a1', order: 'A2', grid: 'a2' });
    expect(numbersOf(ONE_LEVEL)).toEqual({ park: 'a1', grid: 'a2' });
  });

  it('follow the tree, not the file: codes under one category follow each other', () => {
    const mixed = codebook(
      ['pillar', 'open'],
      [
        code('one', '甲', 'pillar', null),
        code('two', '乙', 'pillar', null),
        code('b', '乙一', 'open', 'two'),
        code('a', '甲一', 'open', 'one'),
      ],
    );
    expect(numbersOf(mixed)).toEqual({ one: 'A1', a: 'a1', two: 'A2', b: 'a2' });
  });

  it('begin at the lowest level that has codes', () => {
    const high = codebook(
      ['pillar', 'axial', 'open'],
      [code('one', '甲', 'pillar', null), code('two', '乙', 'axial', 'one')],
    );
    expect(numbersOf(high)).toEqual({ one: 'A1', two: 'a1' });
  });
});

describe('the table of categories', () => {
  const rowsOf = (book: typeof VILLAGE) =>
    tabulateCategories(frameworkOf(book), [], []).map(
      ({ mainNumber, mainCategory, number, category, concepts }) => [
        mainNumber,
        mainCategory,
        number,
        category,
        concepts.join(' '),
      ],
    );

  it('has the level between the top and the lowest', () => {
    expect(rowsOf(VILLAGE)).toEqual([
      ['B1', '落实防贫保障', 'A1', '实施动态监测', '防贫预警 网格管理'],
      ['B2', '推进产业升级', 'A2', '产业载体', '扶贫产业园 专业合作社'],
    ]);
  });

  it('has the lower of two levels, and of one level each code as a main category', () => {
    expect(rowsOf(TWO_LEVELS)).toEqual([
      ['A1', '产业兴旺', 'a1', '扶贫产业园', ''],
      ['A2', '治理有效', 'a2', '网格管理', ''],
    ]);
    expect(rowsOf(ONE_LEVEL)).toEqual([
      ['a1', '扶贫产业园', null, null, ''],
      ['a2', '网格管理', null, null, ''],
    ]);
  });

  it('loses no code: what is directly under the top is a category, and a main category without any has a row', () => {
    const uneven = codebook(
      ['pillar', 'axial', 'open'],
      [
        code('one', '甲', 'pillar', null),
        code('direct', '直属', 'open', 'one'),
        code('axial', '轴', 'axial', 'one'),
        code('open', '底', 'open', 'axial'),
        code('bare', '空', 'pillar', null),
      ],
    );
    expect(rowsOf(uneven)).toEqual([
      ['B1', '甲', 'a1', '直属', ''],
      ['B1', '甲', 'A1', '轴', '底'],
      ['B2', '空', null, null, ''],
    ]);
  });

  it('takes a definition that only repeats the name for none', () => {
    const [row] = tabulateCategories(frameworkOf(VILLAGE), [], []);
    expect(row?.meaning).toBeNull();
    const codes = VILLAGE.codes.map((one) =>
      one.id === 'monitoring' ? { ...one, definition: '早发现' } : one,
    );
    expect(tabulateCategories(frameworkOf({ ...VILLAGE, codes }), [], [])[0]?.meaning).toBe('早发现');
  });
});
