import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CodingRow } from '../../src/model/table-rows.js';
import { CORPUS, hashOf, jsonOf, makeProgram, writeFiles } from './program.js';

const CASES = ['GS01', 'GS02'].map((id) => join(CORPUS, `cases/${id}.txt`));
const { zhagen, folder } = makeProgram();

it('a codebook is grown, written and applied from the command line', async () => {
  const cwd = folder('grown');
  const run = (...args: string[]) => zhagen(args, { cwd });
  expect((await run('run', ...CASES, '--codebook', 'none')).code).toBe(0);
  const before = hashOf(join(cwd, 'zhagen.db'));
  const raw = jsonOf<{ rawKeyword: string; kept: boolean }[]>(await run('tables', 'raw', '--json'));
  const [one = '', two = '', three = ''] = raw.filter(({ kept }) => kept).map(({ rawKeyword }) => rawKeyword);
  const nothing = await run('codebook', 'export');
  expect([nothing.code, nothing.err]).toEqual([1, expect.stringContaining('no codes yet')]);

  expect(three).not.toBe('');
  for (const said of [
    ['merge', one, two, '核心词', '--new'],
    ['group', '核心词', three, '类别', '--new'],
    ['group', '类别', '支柱', '--new'],
    ['rename', 'open', '概念'],
  ]) {
    expect((await run(...said)).code).toBe(0);
  }
  const coding = jsonOf<CodingRow[]>(await run('tables', 'coding', '--json'));
  expect(coding.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual(
    expect.arrayContaining([
      ['支柱', '类别', '核心词'],
      ['支柱', '类别', three],
    ]),
  );
  const { out } = await run('codebook', 'export');
  writeFiles(cwd, { 'mine.yaml': out });
  expect((await run('codebook', 'validate', 'mine.yaml')).code).toBe(0);
  const applied = await zhagen(['run', ...CASES, '--codebook', join(cwd, 'mine.yaml'), '--json'], {
    cwd: folder('applied'),
  });
  expect(jsonOf<{ code: { codebookId: string; coreKeywords: number } }>(applied).code).toMatchObject({
    codebookId: 'grown',
    coreKeywords: 2,
  });

  const rehearsed = await run('code', '--codebook', 'six-pillars', '--dry-run');
  expect(rehearsed.err).toContain('nothing was written');
  for (const verb of ['rename 开放性编码', 'group 类别', 'group 核心词', `merge ${one}`]) {
    expect((await run('undo')).err).toContain(`undo ${verb}`);
  }
  expect(hashOf(join(cwd, 'zhagen.db'))).toBe(before);
}, 120_000);
