import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ranProject } from '../workflow/coded-project.js';
import { CORPUS, makeProgram } from './program.js';

const { zhagen, folder } = makeProgram();
const cwd = folder('project');
const project = await ranProject('GS01', 'GS02', 'JX01');
copyFileSync(project, join(cwd, 'zhagen.db'));
const inChinese = (...args: string[]) => zhagen([...args, '--lang', 'zh', '--coder', '王'], { cwd });
const shown = (...args: string[]) => zhagen([...args, '--lang', 'zh'], { cwd });

it('a state is named, and what changed since is shown with the decisions, as a table and as files', {
  timeout: 120_000,
}, async () => {
  const tagged = await inChinese('tag', '投稿稿', '--reason', '初投');
  expect([tagged.code, tagged.out]).toEqual([0, '']);
  expect(tagged.err).toMatch(/“投稿稿”标记的是第 \d+ 次改动后的状态：判定 0 条，存下各表数字 \d+ 个。/);
  const again = await inChinese('tag', '投稿稿');
  expect([again.code, again.err]).toEqual([1, expect.stringMatching(/“投稿稿”已由 王 于 .*另取一名/)]);
  const same = await shown('diff', '投稿稿');
  expect(same.out).toMatch(/判定 0 条；没有导入和运行。\n各表数字没有变化（共比较 \d+ 个）。\n$/);
  expect((await inChinese('rename', '收益分红', '分红')).code).toBe(0);
  const changed = await shown('diff', '投稿稿');
  expect(changed.code).toBe(0);
  expect(changed.out).toContain('判定 1 条（改名 1；王）');
  expect(changed.out).toMatch(/编码表 +分红 +开放式编码 +名称 +收益分红 +分红 +1\n/);
  expect(changed.out).toMatch(/分红：改名 1\n {2}\S+ \S+ {2}王 {2}改名 收益分红 → 分红\n/);
  const [head, first] = (await shown('diff', '投稿稿', '--format', 'csv')).out.split(/\r?\n/);
  expect(head).toBe('\ufeff表,行,层级,指标,当时,现在,相关判定');
  expect(first?.split(',')).toHaveLength(7);
  const list = await shown('tag', '--list');
  expect(list.out).toMatch(/投稿稿 .* 王 .* 初投\n$/);
  const unknown = await shown('diff', '定稿');
  expect([unknown.code, unknown.err]).toEqual([1, '没有标记“定稿”。已有标记：投稿稿\n']);
});

it('a batch is compared with the one before it, and other numbers of keywords with the one in force', {
  timeout: 120_000,
}, async () => {
  expect((await shown('import', join(CORPUS, 'cases/HN01.txt'), '--batch', '第二批')).code).toBe(0);
  expect((await shown('batch-report', '第二批')).out).toContain('尚未挖掘的 1 个（HN01）');
  for (const stage of ['mine', 'code']) expect((await shown(stage)).code, stage).toBe(0);
  const report = await shown('batch-report', '第二批');
  expect(report.out).toMatch(
    /^批次“第二批”的 1 个案例与此前各批（1）的 3 个案例对照，按编码框架 six-pillars：新词 \d+ 个/,
  );
  expect(report.out).toMatch(/\n落实防贫保障 +\d +\d+\.\d % /);
  const first = await shown('batch-report', '1');
  expect(first.out).toContain('是第一批，没有可对照的案例');
  expect(first.out).toContain('未计入：此后各批（第二批）的 1 个案例');
  expect(await shown('batch-report', '三')).toMatchObject({
    code: 1,
    err: expect.stringContaining('1, 第二批'),
  });
  const tops = await shown('sensitivity', '--top', '２～４');
  expect(tops.out).toMatch(/所取个数 .*\n2 个 .*\n3 个\* .*\n4 个 /);
  expect(tops.out).toContain('顶层编码：频次（案例×关键词）／材料来源数');
  expect((await shown('sensitivity', '--top', '多')).code).toBe(1);
});
