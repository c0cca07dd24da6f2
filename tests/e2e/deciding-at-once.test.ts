import { expect, it } from 'vitest';
import type { Decision } from '../../src/model/decisions/decision.js';
import type { RawRow } from '../../src/model/table-rows.js';
import { makeProgram } from './program.js';
import { makeSampleProject } from './sample-project.js';

const { zhagen, folder } = makeProgram();
const { inProject, json } = makeSampleProject(zhagen, folder('project'));

it('processes that decide at once lose no decision, and leave what coding all of it again does', {
  timeout: 120_000,
}, async () => {
  const rows = await json<RawRow[]>('tables', 'raw');
  const words = [...new Set(rows.filter(({ kept }) => kept).map(({ rawKeyword }) => rawKeyword))].slice(0, 2);
  const statements = words.flatMap((word) => [
    ['keep', word, '--coder', '左'],
    ['merge', word, '防贫保险', '--coder', '李'],
  ]);
  const outcomes = await Promise.all(statements.map((statement) => inProject(...statement)));
  // Whoever waits too long for the others is told so, and decided nothing.
  for (const { code, err } of outcomes) if (code !== 0) expect(err).toMatch(/another program/);
  const accepted = statements.filter((_, at) => outcomes[at]?.code === 0);
  expect(accepted).not.toEqual([]);
  const said = (await json<Decision[]>('history')).map(({ kind, coder, target }) => [
    kind,
    coder,
    'word' in target ? target.word : '',
  ]);
  const stated = accepted.map(([kind, word, ...rest]) => [kind, rest.at(-1), word]);
  expect(said.sort()).toEqual(stated.sort());
  const names = ['raw', 'coding', 'evidence'];
  const tables = async () => Promise.all(names.map((name) => json('tables', name)));
  const derived = await tables();
  expect((await inProject('code')).code).toBe(0);
  expect(await tables()).toEqual(derived);
});
