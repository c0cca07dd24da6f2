import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { codeCases } from '../../../src/workflow/code-cases.js';
import { importCases } from '../../../src/workflow/import-cases.js';
import { mineKeywords } from '../../../src/workflow/mine-keywords.js';
import { preparedProject } from '../coded-project.js';

/** Ids that programs take for numbers or formulas. */
export const CASE_IDS = ['+1', '01', '1', '=1', '@七', '-3'];

const LONG = '公共服务均等化'.repeat(15).slice(0, 100);

/** Labels that end commands, open comments, call macros or differ only where they are cut. */
export const CODE_LABELS: Readonly<Record<string, string>> = {
  quotes: `"双引号" 与 '单引号'`,
  lines: '第一行\n. \n* 第三行\nEXECUTE.',
  macros: "`macro' $global $x \\$y !m",
  comments: '/* 注释 */ // 行尾 *',
  and: 'AND',
  'and-too': 'and',
  'long-one': `${LONG}甲`,
  'long-two': `${LONG}乙`,
  formula: '=1+1',
  digits: '2020年',
};

/** Attributes whose names and values do the same. */
const ATTRIBUTES: readonly Readonly<Record<string, string>>[] = [
  { 编码者: '甲', '省"份': '江西 "赣"', 人口: '12', 代码: '01' },
  { 编码者: '乙', '省"份': "'=cmd|x'!A1", 人口: '-3.5', 代码: '02' },
  { 编码者: '甲', '省"份': '江西 "赣"', 人口: '7', 代码: '03' },
  { 编码者: '乙', '省"份': "'=cmd|x'!A1", 人口: '', 代码: '04' },
  { 编码者: '甲', '省"份': "$home `x'\n.", 代码: '05' },
  { 编码者: '甲', '省"份': "$home `x'\n.", 代码: '06' },
];

/** The term that stands for a code in the texts. */
const termOf = (at: number) => `${'甲乙丙丁戊己庚辛壬癸'[at]}号帮扶办法`;

/** A closed project of cases, codes and attributes whose names are written to break what reads them. */
export const hostileProject = () =>
  preparedProject('hostile', async (context, folder) => {
    const codebook = {
      id: 'hostile',
      title: { zh: '难名', en: 'Hard names' },
      version: '1',
      source: 'test',
      levels: [
        { id: 'top', name: { zh: '编码', en: 'code' } },
        { id: 'low', name: { zh: '开放式编码', en: 'Open coding' } },
      ],
      codes: [
        { id: 'all', level: 'top', label: { zh: '总类', en: 'All' }, definition: '全部' },
        ...Object.entries(CODE_LABELS).map(([id, label], at) => ({
          id,
          level: 'low',
          parent: 'all',
          label: { zh: label, en: label },
          definition: `关于${label}`,
          terms: [termOf(at)],
        })),
      ],
    };
    writeFileSync(join(folder, 'book.yaml'), stringify(codebook));
    const cases = CASE_IDS.map((id, at) => {
      const sentences = Object.keys(CODE_LABELS).flatMap((_, code) =>
        (code * 7 + at) % 3 === 0 ? [] : [`本县推行${termOf(code)}，"成效"显著，\n群众满意。`],
      );
      return JSON.stringify({ id, title: `=案例${id}`, text: sentences.join(''), ...ATTRIBUTES[at] });
    });
    writeFileSync(join(folder, 'cases.jsonl'), cases.join('\n'));
    await importCases(context, { paths: [join(folder, 'cases.jsonl')] });
    await mineKeywords(context, { by: 'case', top: 5, minFrequency: 2 });
    await codeCases(context, { codebook: join(folder, 'book.yaml') });
  });
