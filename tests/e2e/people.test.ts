import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { ranProject } from '../workflow/coded-project.js';
import { hashOf, jsonOf, makeProgram } from './program.js';

const { home, zhagen } = makeProgram();
const project = await ranProject('GS01', 'GS02', 'JX01', 'JX02', 'GZ01', 'GZ02');
const DB = join(home, 'zhagen.db');
beforeAll(() => copyFileSync(project, DB));
const words = wordsOf(openStore(project, { mode: 'read' }));
const ok = async (...args: string[]) => {
  const outcome = await zhagen([...args, '--lang', 'zh']);
  expect(outcome.err).not.toContain('Error');
  expect(outcome.code, outcome.err).toBe(0);
  return outcome;
};

/** The keywords of a project. */
function wordsOf(store: Store): string[] {
  const { rows } = makeTable({ store }, { name: 'keywords' });
  store.close();
  return [...new Set(rows.map((row) => String(row['word'])))];
}

describe('what people do beside coding, as commands', () => {
  it('measure saturation in the form named, with the ratio of each run and the shuffled orders', async () => {
    const { out } = await ok('saturation', '--base', '2', '--run', '2', '--seed', '3', '--runs', '10');
    expect(out).toContain('饱和度检验，形式：先验主题饱和');
    expect(out).toContain('每轮 2 个案例的新增数 ÷ 基数');
    const report = jsonOf<{
      baseItems: number;
      steps: { new: string[]; seen: number; ratio: number | null }[];
    }>(await ok('saturation', '--base', '2', '--run', '2', '--json'));
    expect(report.steps).toHaveLength(6);
    expect(report.steps.map(({ ratio }) => ratio !== null)).toEqual([false, false, false, true, true, true]);
    const { steps, baseItems } = report;
    for (const at of [3, 4, 5]) {
      const fresh = (steps[at]?.new.length ?? 0) + (steps[at - 1]?.new.length ?? 0);
      expect(steps[at]?.ratio).toBeCloseTo(fresh / baseItems, 10);
    }
    const bad = await zhagen(['saturation', '--base', '9', '--lang', 'zh']);
    expect(bad.code).toBe(1);
    expect(bad.err).toContain('9');
  }, 120_000);

  it('reserve a third, unseal it, and get a sentence for the paper', async () => {
    const reserved = await ok('reserve', '1/3', '--seed', '7', '--coder', '左', '--reason', '饱和度检验');
    expect(reserved.err + reserved.out).toContain('6 个案例中的 2 个');
    const { out } = await ok('unseal', '--coder', '左');
    expect(out).toContain('理论饱和度检验：以预留的 2 个案例与其余 4 个案例对照');
    expect((await ok('unseal')).out).toBe(out);
  }, 120_000);

  it('hand out what is contested without names, and take it in for a group', async () => {
    const [word = ''] = words;
    await ok('keep', word, '--coder', '王');
    await ok('drop', word, '--coder', '李');
    const sheet = join(home, '裁决.csv');
    const said = await ok(
      'review',
      'export',
      '--what',
      'contested',
      '--coder',
      '裁决组',
      '--hide-names',
      '--out',
      sheet,
    );
    expect(existsSync(sheet)).toBe(true);
    expect(said.err + said.out).toContain('待裁决 1');
    await ok(
      'adjudicate',
      word,
      '--verdict-of',
      '王',
      '--coder',
      '裁决组',
      '--why',
      'slip',
      '--attendees',
      '赵，钱',
    );
    const log = jsonOf<{ after: unknown }[]>(await ok('history', '--json'));
    expect(log.at(-1)).toMatchObject({ after: { why: 'slip', attendees: ['赵', '钱'] } });
  }, 120_000);

  it('take decisions to another project, and say first what it would be', async () => {
    const recipe = join(home, 'recipe.yaml');
    await ok('drop', words[1] as string, '--coder', '王');
    await ok('decisions', 'export', '--out', recipe);
    const other = join(home, 'other.db');
    copyFileSync(project, other);
    const before = hashOf(other);
    const rehearsed = await ok('decisions', 'apply', recipe, '--db', other, '--coder', '左', '--dry-run');
    expect(rehearsed.err + rehearsed.out).toContain('试沿用');
    expect(hashOf(other)).toBe(before);
    const applied = await ok('decisions', 'apply', recipe, '--db', other, '--coder', '左');
    expect(applied.err + applied.out).toContain('在本项目中均记为 左 的决定');
    expect(hashOf(other)).not.toBe(before);
  }, 120_000);
});
