import { describe, expect, it } from 'vitest';
import { readCodebookCsv } from '../../src/formats/codebook-csv.js';

const codes = (text: string) => {
  const { levels, codes: all } = readCodebookCsv(text, '编码表.csv');
  const labels = new Map(all.map(({ id, label }) => [id, label.zh]));
  return {
    levels: levels.map(({ id, name }) => [id, name.zh]),
    codes: all.map(({ label, level, parent }) => [label.zh, level, labels.get(parent ?? '') ?? null]),
    all,
  };
};

describe('a codebook as people keep it', () => {
  it('has a column for each level, with empty cells under what holds on', () => {
    const table = codes(
      '选择性编码,主轴编码,开放性编码\n就业增收,就近就业,扶贫车间\n,,公益岗位、劳务协作\n,产业带动,扶贫产业园\n志智双扶,就近就业,扶贫车间\n',
    );
    expect(table.levels).toEqual([
      ['selective', '选择性编码'],
      ['axial', '主轴编码'],
      ['open', '开放性编码'],
    ]);
    expect(table.codes).toEqual([
      ['就业增收', 'selective', null],
      ['就近就业', 'axial', '就业增收'],
      ['扶贫车间', 'open', '就近就业'],
      ['公益岗位', 'open', '就近就业'],
      ['劳务协作', 'open', '就近就业'],
      ['产业带动', 'axial', '就业增收'],
      ['扶贫产业园', 'open', '产业带动'],
      ['志智双扶', 'selective', null],
      ['就近就业', 'axial', '志智双扶'],
      ['扶贫车间', 'open', '就近就业'],
    ]);
  });

  it.each(['一级编码,二级编码,三级编码', '开放式编码,轴心编码,选择式编码'])(
    'has its levels in any order of columns: %s',
    (head) => {
      const { levels, codes: listed } = codes(`${head}\n扶贫车间,就近就业,就业增收\n`);
      expect(levels.map(([id]) => id)).toEqual(['selective', 'axial', 'open']);
      expect(listed.map(([label]) => label)).toEqual(['就业增收', '就近就业', '扶贫车间']);
    },
  );

  it.each([
    'Selective coding,Axial coding,Open coding',
    '主范畴,范畴,初始概念',
    'theme,category,code',
    'Aggregate dimension,Second-order theme,First-order concept',
  ])('has its levels under other heads, too: %s', (head) => {
    const { levels, codes: listed } = codes(`${head}\n就业增收,就近就业,扶贫车间\n,,公益岗位\n`);
    expect(levels.map(([, name]) => name)).toEqual(head.split(','));
    expect(listed.map(([label, , parent]) => [label, parent])).toEqual([
      ['就业增收', null],
      ['就近就业', '就业增收'],
      ['扶贫车间', '就近就业'],
      ['公益岗位', '就近就业'],
    ]);
  });

  it.each([
    '第一级,第二级,第三级',
    'Level 1,Level 2,Level 3',
    '级别1,级别2,级别3',
    'L1,L2,L3',
    '一级指标,二级指标,三级指标',
    'First-level code,Second-level code,Third-level code',
    '编码Ⅰ,编码Ⅱ,编码Ⅲ',
  ])('has levels that are numbered, the first the highest: %s', (head) => {
    const { levels, codes: listed } = codes(
      `${head},例句1,例句2\n就业增收,就近就业,扶贫车间,,\n,,公益岗位,,\n`,
    );
    expect(levels.map(([, name]) => name)).toEqual(head.split(','));
    expect(listed.map(([label, , parent]) => [label, parent])).toEqual([
      ['就业增收', null],
      ['就近就业', '就业增收'],
      ['扶贫车间', '就近就业'],
      ['公益岗位', '就近就业'],
    ]);
  });

  it('has as its highest level the one whose codes hold several of the next, whatever its number', () => {
    const topDown = codes('一级编码,二级编码\n就业,扶贫车间\n就业,公益岗位\n');
    expect(topDown.levels.map(([, name]) => name)).toEqual(['一级编码', '二级编码']);
    expect(topDown.levels.map(([id]) => id)).not.toContain('open');
    const bottomUp = codes('Level 1,Level 2\n扶贫车间,就业\n公益岗位,\n劳务协作,\n');
    expect(bottomUp.levels.map(([, name]) => name)).toEqual(['Level 2', 'Level 1']);
    expect(bottomUp.codes).toEqual([
      ['就业', 'level-2', null],
      ['扶贫车间', 'level-1', '就业'],
      ['公益岗位', 'level-1', '就业'],
      ['劳务协作', 'level-1', '就业'],
    ]);
  });

  it('has tags with descriptions, as other programs export them', () => {
    const { all } = codes('tag,description,number of highlights\n扶贫车间,就近上工的厂房,3\n公益岗位,,2\n');
    expect(all.map(({ label, definition, parent }) => [label.zh, definition, parent])).toEqual([
      ['扶贫车间', '就近上工的厂房', null],
      ['公益岗位', '公益岗位', null],
    ]);
  });

  it('has definitions and words for the codes of the lowest level', () => {
    const { all } = codes(
      '主轴编码,开放性编码,范畴内涵,关键词\n就近就业,扶贫车间,办在村里的车间,扶贫车间；就业车间\n',
    );
    expect(all.map(({ definition, terms }) => [definition, terms])).toEqual([
      ['就近就业', []],
      ['办在村里的车间', ['扶贫车间', '就业车间']],
    ]);
  });
});
