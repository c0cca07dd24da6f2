import { expect, it } from 'vitest';
import { compareCodebooks } from '../../../src/stages/code/compare-codebooks.js';
import { describeCodebook } from '../../../src/stages/code/describe-codebook.js';
import { code, codebook, VILLAGE } from '../village-codebook.js';

it('finds no change in the same codebook', () => {
  expect(compareCodebooks(VILLAGE, VILLAGE)).toEqual([]);
});

it('tells codes that came and went, and of a changed code only what differs', () => {
  const before = codebook(
    ['theme'],
    [code('a', '甲类', 'theme', null, '一词', '二词'), code('b', '乙类', 'theme', null)],
  );
  const after = codebook(
    ['theme'],
    [code('a', '甲类码', 'theme', null, '二词', '三词'), code('c', '丙类', 'theme', null)],
  );
  expect(compareCodebooks(before, after)).toEqual([
    { codeId: 'a', change: 'changed', field: 'definition', before: '甲类', after: '甲类码' },
    { codeId: 'a', change: 'changed', field: 'label.zh', before: '甲类', after: '甲类码' },
    { codeId: 'a', change: 'changed', field: 'terms', before: '一词', after: '三词' },
    { codeId: 'b', change: 'removed', field: '', before: '乙类', after: '' },
    { codeId: 'c', change: 'added', field: '', before: '', after: '丙类' },
  ]);
});

it('writes rules and properties as people read them', () => {
  const [first, ...others] = VILLAGE.codes;
  if (!first) throw new Error('no code');
  const rules = [{ any: ['帮了'], not: ['没帮'], within: 10, weak: true }];
  const properties = [{ name: '频率', dimensions: ['每周', '每月'] }];
  const after = { ...VILLAGE, codes: [{ ...first, rules, properties }, ...others] };
  expect(compareCodebooks(VILLAGE, after).map(({ field, after: now }) => [field, now])).toEqual([
    ['rules', '帮了 − 没帮 · weak'],
    ['properties', '频率=每周,每月'],
  ]);
});

it('tells what became of levels and theory, apart from the codes', () => {
  const labelOf = (id: string) => VILLAGE.codes.find((code) => code.id === id)?.label.zh ?? '';
  const relation = { from: 'park', kind: '条件', to: 'grid', evidence: [] };
  const before = { ...VILLAGE, theory: { core: 'park', relations: [] } };
  const after = { ...VILLAGE, theory: { core: 'grid', storyline: '先有园区。', relations: [relation] } };
  expect(
    compareCodebooks(before, after).map(({ codeId, field, before, after }) => [codeId, field, before, after]),
  ).toEqual([
    ['', 'theory.core', labelOf('park'), labelOf('grid')],
    ['', 'theory.relations', '', `${labelOf('park')} —条件→ ${labelOf('grid')}`],
    ['', 'theory.storyline', '', '先有园区。'],
  ]);
});

it('counts level by level', () => {
  expect(
    describeCodebook(VILLAGE).map(({ level, codes, terms, labelOnly }) => [level, codes, terms, labelOnly]),
  ).toEqual([
    ['pillar', 2, 1, 1],
    ['axial', 2, 1, 1],
    ['open', 4, 5, 0],
  ]);
});
