import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseRegions } from '../../src/workflow/case-regions.js';
import type { ConcordanceLine } from '../../src/workflow/concordance.js';
import type { ImportReport } from '../../src/workflow/import-cases.js';
import { makeProgram } from './program.js';

const { zhagen, folder } = makeProgram();
const cwd = folder('regions');

const PAPER = `# 扶贫车间研究

关键词：扶贫车间；公益岗位

## 一、扶贫车间

村里办起扶贫车间，妇女在家门口上工。扶贫车间吸纳二十人。

| 村 | 车间 |
|---|---|
| 甲村 | 扶贫车间三个 |
| 乙村 | 公益岗位五个 |

## 参考文献

[1] 王二小．扶贫车间研究[J]．村庄，2019（3）：12-18．
[2] 李大林．公益岗位研究[J]．村庄，2020（1）：22-28．
`;
const TALK = `访谈者：村里办扶贫车间以后，您家里有什么变化？
受访者：我在扶贫车间上工。孩子也能顾上。
访谈者：公益岗位有几个？
受访者：五个公益岗位。
`;

const CODEBOOK = `id: villages
title: { zh: 村庄, en: Villages }
version: "1"
source: 自编
levels:
  - id: open
    name: { zh: 开放性编码, en: Open code }
codes:
  - { id: workshop, label: { zh: 扶贫车间, en: workshop }, level: open, definition: 车间 }
  - { id: posts, label: { zh: 公益岗位, en: posts }, level: open, definition: 岗位 }
`;
const SLOW = { timeout: 120_000 };

const inProject = (...args: string[]) => zhagen([...args, '--db', 'p.db'], { cwd });
async function json<T>(...args: string[]): Promise<T> {
  const { out } = await inProject(...args, '--json');
  return JSON.parse(out) as T;
}
const rows = async (...args: string[]) =>
  JSON.parse((await inProject('tables', ...args, '--format', 'json')).out) as Record<string, unknown>[];
const kwic = (word: string) => json<ConcordanceLine[]>('kwic', word);

beforeAll(async () => {
  writeFileSync(join(cwd, 'paper.md'), PAPER);
  writeFileSync(join(cwd, 'talk.txt'), TALK);
  writeFileSync(join(cwd, 'villages.yaml'), CODEBOOK);
  const { code, err } = await inProject('run', 'paper.md', 'talk.txt', '--codebook', 'villages.yaml');
  expect([code, err]).toEqual([
    0,
    expect.stringContaining('Regions counted: body, heading, table; left out: '),
  ]);
}, 120_000);

describe('a paper and an interview', () => {
  it('are listed region by region, each counted or not', SLOW, async () => {
    const { regions } = await json<CaseRegions>('cases', 'show', 'paper', '--regions');
    const counted = new Map(regions.map(({ kind, isCounted }) => [kind, isCounted]));
    expect(Object.fromEntries(counted)).toEqual({
      heading: true,
      'front-matter': false,
      body: true,
      table: true,
      references: false,
    });
    for (const { start, end, text } of regions) {
      const [first = ''] = text.split(/[\s。．：；]/);
      expect([...PAPER].slice(start, end).join('')).toContain(first);
    }
    const { out } = await inProject('cases', 'show', 'talk', '--regions', '--lang', 'zh');
    expect(out).toMatch(/提问 +1 +\d+ +访谈者 +村里办扶贫车间以后/);
    expect(out).toMatch(/正文 +✓ +2 +\d+ +受访者 +我在扶贫车间上工/);
  });

  it('are searched, coded and measured where they count', SLOW, async () => {
    expect(await kwic('王二小')).toEqual([]);
    expect((await inProject('kwic', '王二小')).err).toMatch(
      /^0 occurrences in 0 cases\.\nIt occurs only in regions that do not count \((?:\S+)\)\. Count them: zhagen regions --include-regions \S+\n$/,
    );
    expect((await kwic('扶贫车间')).map(({ caseId, paragraph }) => [caseId, paragraph])).toEqual([
      ['paper', 1],
      ['paper', 3],
      ['paper', 4],
      ['paper', 4],
      ['paper', 6],
      ['talk', 2],
    ]);
    const evidence = await rows('evidence');
    const uncoded = await rows('uncoded');
    for (const { caseId, sentences, codedSentences } of await rows('coverage')) {
      const own = (table: Record<string, unknown>[]) => [
        ...new Set(table.filter((row) => row['caseId'] === caseId).map(({ start }) => start)),
      ];
      expect(own(evidence)).toHaveLength(codedSentences as number);
      expect(own(uncoded)).toHaveLength((sentences as number) - (codedSentences as number));
    }
    const quotes = [...evidence, ...uncoded].map(({ quote }) => quote as string);
    expect(quotes).toContain('扶贫车间三个');
    expect(quotes).toContain('五个公益岗位。');
    for (const quote of quotes) expect(quote).not.toMatch(/王二小|关键词|访者|\|/);
  });

  it('have numbers and speakers in their own columns', SLOW, async () => {
    const { out } = await inProject('tables', 'evidence', '--format', 'csv', '--lang', 'zh');
    expect(out.split('\n', 1)[0]).toMatch(/,段,句,话轮,发言人,/);
    const spoken = (await rows('uncoded')).find(({ quote }) => quote === '孩子也能顾上。');
    expect(spoken).toMatchObject({ paragraph: 2, sentence: 2, turn: 2, speaker: '受访者' });
  });
});

describe('another set of regions', () => {
  it(
    'is a decision: codings follow it at once, new words and weights with the next mining',
    SLOW,
    async () => {
      const change = await inProject('regions', '--include-regions', '参考文献、提问', '--lang', 'zh');
      expect(change.err).toContain('已随之更新');
      expect(change.err).toContain('新词和权重在下次挖掘时随之更新：zhagen mine');
      expect(change.out).toMatch(/参考文献 +1 +\d+ +[\d.]+% +[1-9]/);
      expect(await kwic('王二小')).toHaveLength(1);
      const quotes = (await rows('evidence')).map(({ quote }) => quote);
      expect(quotes).toContain('公益岗位有几个？');
      const mined = await inProject('mine', '--lang', 'zh');
      expect(mined.err).not.toContain('缺少其关键词');
      await inProject('code');
      expect((await rows('evidence')).map(({ quote }) => quote)).toEqual(quotes);
      const { err } = await inProject('tables', 'coverage', '--lang', 'zh');
      expect(err).toContain('计入的文本区域：正文、标题、表格、参考文献、提问；');
    },
  );

  it('is refused with the list of kinds when a name is unknown', SLOW, async () => {
    const { code, err } = await inProject('regions', '--exclude-regions', '脚标', '--lang', 'zh');
    expect([code, err]).toEqual([1, expect.stringContaining('图表题、注释、参考文献')]);
  });

  it('of one import holds for its cases, and the captions say where sets differ', SLOW, async () => {
    const report = await json<ImportReport>('import', 'talk.txt', '--exclude-regions', 'question');
    expect(report.recleaned).toEqual(['talk']);
    const { err } = await inProject('regions');
    expect(err).toContain('body, heading, table, references (1 case)');
  });
});
