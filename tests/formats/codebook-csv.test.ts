import { expect, it } from 'vitest';
import { readCodebookCsv, writeCodebookCsv } from '../../src/formats/codebook-csv.js';
import { writeCodebookYaml } from '../../src/formats/codebook-yaml.js';
import { readYaml } from '../../src/formats/yaml.js';
import { codebookSchema } from '../../src/model/codebook.js';
import { loadCodebook } from '../../src/sources/load-codebook.js';
import { code, codebook, VILLAGE } from '../stages/village-codebook.js';
import { problemOf } from './user-problem.js';

const RICH = codebook(
  ['pillar', 'open'],
  [
    code('industry', '推进产业升级', 'pillar', null),
    {
      ...code('park', '产业园', 'open', 'industry', '园区, 甲', '=园区'),
      include: ['大棚'],
      rules: ['建*园区', { all: ['建', '园区'], not: ['拆'], within: 5 }],
      weight: 2,
      facets: { 主体: ['政府', '农户'], 工具类型: ['供给型'] },
      note: '两行\n的说明',
    },
  ],
);

it.each([
  ['three levels', VILLAGE],
  ['rules and notes', RICH],
  ['the shipped one', loadCodebook('six-pillars').framework.codebook],
])('reads back the codes it wrote as a table: %s', (_, book) => {
  const read = readCodebookCsv(writeCodebookCsv(book), 'book.csv');
  expect(read.codes).toEqual(book.codes);
  expect(read.levels.map(({ id }) => id)).toEqual(book.levels.map(({ id }) => id));
});

it('reads back a whole codebook it wrote as YAML', () => {
  for (const book of [VILLAGE, RICH]) {
    expect(readYaml(writeCodebookYaml(book), 'b.yaml', codebookSchema, 'code/bad-codebook')).toEqual(book);
  }
});

it('names the line of a row that is no code, and a missing column', () => {
  const header = 'id,level,parent,label_zh,definition,rules';
  expect(problemOf(() => readCodebookCsv(`${header}\na,open,,甲类,定义,{x`, 'b.csv'))).toMatchObject({
    code: 'code/bad-codebook',
    params: { path: 'b.csv:2', place: 'rules' },
  });
  expect(problemOf(() => readCodebookCsv(`${header}\nA B,open,,甲类,定义,`, 'b.csv'))).toMatchObject({
    params: { path: 'b.csv:2' },
  });
  expect(problemOf(() => readCodebookCsv('id,level\n', 'b.csv'))).toMatchObject({
    params: { path: 'b.csv:1', place: 'parent' },
  });
});

it.each([
  ['选择性编码', '主轴编码', '开放性编码'],
  ['选择式', '轴心', '开放式'],
  ['三级编码', '二级编码', '一级编码'],
])('takes levels by the names of their schools: %s, %s, %s', (selective, axial, open) => {
  const header = 'id,level,parent,label_zh,definition';
  const rows = [`c,${open},b,丙类,定义`, `b,${axial},a,乙类,定义`, `a,${selective},,甲类,定义`];
  const { levels, codes } = readCodebookCsv([header, ...rows].join('\n'), 'b.csv');
  expect(levels.map(({ id, name }) => [id, name.zh])).toEqual([
    ['selective', selective],
    ['axial', axial],
    ['open', open],
  ]);
  expect(codes.map(({ level }) => level)).toEqual(['open', 'axial', 'selective']);
});

it('takes levels by names of the researchers’ own', () => {
  const rows = ['a,理论维度,,甲类,定义', 'b,概念,a,乙类,定义'];
  const { levels } = readCodebookCsv(['id,level,parent,label_zh,definition', ...rows].join('\n'), 'b.csv');
  expect(levels.map(({ name }) => name.zh)).toEqual(['理论维度', '概念']);
});
