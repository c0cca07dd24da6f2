import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeProgram } from './program.js';

const { zhagen, folder } = makeProgram();
const cwd = folder('agreement');

describe('agreement by a sheet', () => {
  writeFileSync(
    join(cwd, 'coding.csv'),
    '编号,案例,原文,甲,乙\n1,A,开会,动态监测,动态监测\n2,A,看病,动态监测,\n3,B,修路,利益联结,动态监测\n4,C,分红,-,利益联结\n5,C,入股,利益联结,利益联结\n',
  );

  it('needs no project and says unit, universe, measure, interval and what was left out, in Chinese', async () => {
    const { code, out } = await zhagen(['agree', '--from', 'coding.csv', '--lang', 'zh'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('编码者：甲、乙。比较单元：表格的一行。');
    expect(out).toContain('至少两人判断过的单元 4 个，其中有人编码的 4 个。');
    expect(out).toContain('主要指标：Krippendorff α');
    expect(out).toContain('重抽样 1000 次');
    expect(out).toMatch(/^B +3 +修路 +利益联结 +动态监测$/m);
    expect(out).toMatch(/^C +4 +分红 +（无编码） +利益联结$/m);
    expect(out).toContain('只有一名编码者判断的单元 1 个');
    expect(out).not.toContain('AC1');
  });

  it('shows all measures on request, in English', async () => {
    const { out } = await zhagen(['agree', '--from', 'coding.csv', '--all', '--lang', 'en'], { cwd });
    for (const name of ["Cohen's κ", "Gwet's AC1", 'Brennan–Prediger κ', "Fleiss' κ", 'Holsti K', 'CA']) {
      expect(out).toContain(name);
    }
    expect(out).toContain('K, R and CA do not correct for chance');
  });

  it('is the same to the byte for one seed', async () => {
    const run = (seed: string) =>
      zhagen(['agree', '--from', 'coding.csv', '--json', '--seed', seed], { cwd });
    const [one, again, other] = [await run('3'), await run('3'), await run('4')];
    expect(again.out).toBe(one.out);
    expect(JSON.parse(one.out).interval).toMatchObject({ seed: 3, resamples: 1000, clusters: 3 });
    expect(other.out).not.toBe(one.out);
  });

  it('does not take what only a project has', async () => {
    const { code, err } = await zhagen(['agree', '--from', 'coding.csv', '--level', '2'], { cwd });
    expect([code, err]).toEqual([1, expect.stringContaining('level')]);
  });
});
