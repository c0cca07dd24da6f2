import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeProgram } from './program.js';
import { makeSampleProject } from './sample-project.js';

const { zhagen, folder } = makeProgram();
const { cwd, json } = makeSampleProject(zhagen, folder('several'));

interface Evidence {
  readonly passage: string;
  readonly caseId: string;
}

it('two coders work in two files, disagree once, join them either way, and ask how far they agree', {
  timeout: 120_000,
}, async () => {
  for (const name of ['wang', 'li']) copyFileSync(join(cwd, 'zhagen.db'), join(cwd, `${name}.db`));
  const rows = await json<Evidence[]>('tables', 'evidence');
  const [first, second, third] = rows.filter(({ caseId }) => caseId === 'JX01').map(({ passage }) => passage);
  const judge = async (name: string, verb: string, ...ids: (string | undefined)[]) =>
    json(verb, ...ids.map(String), '--coder', name, '--db', `${name}.db`);
  await judge('wang', 'confirm', first, second, third);
  await judge('li', 'confirm', first, second);
  await judge('li', 'reject', third);
  const rehearsed = await json('join', 'li.db', '--db', 'wang.db', '--dry-run');
  expect(rehearsed).toMatchObject({ decisions: 3, coders: ['li'], isDryRun: true });
  expect(await json('history', '--db', 'wang.db')).toHaveLength(3);
  copyFileSync(join(cwd, 'li.db'), join(cwd, 'li-alone.db'));
  expect(await json('join', 'wang.db', '--db', 'li.db')).toMatchObject({ decisions: 3, conflicts: [] });
  const joined = await zhagen(['join', 'li-alone.db', '--db', 'wang.db', '--lang', 'zh'], { cwd });
  expect([joined.code, joined.err.trim()]).toEqual([0, '已并入：判定 3 条，新案例 0 个，编码者 li。']);
  const agree = ['agree', '--coders', 'wang,li', '--resamples', '0', '--seed', '1'];
  const [one, other] = [await json(...agree, '--db', 'wang.db'), await json(...agree, '--db', 'li.db')];
  expect(other).toEqual(one);
  expect((one as { disagreements: unknown[] }).disagreements).toHaveLength(1);
});
