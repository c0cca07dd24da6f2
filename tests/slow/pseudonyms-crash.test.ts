import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { stateHash } from '../../src/store/state-hash.js';
import { withProject } from '../../src/workflow/open-project.js';
import { makeProgram, outcomeOf, writeFiles } from '../e2e/program.js';

const ROUNDS = 20;
const { start, zhagen, folder } = makeProgram();

const interview = (n: number) =>
  `访谈员：请介绍一下。\n王建国：我叫王建国，桃花村的支书。村里办起第${n}个扶贫车间，老罗负责，妇女就近上工。\n`.repeat(
    40,
  );

/** Opens as people do, so that what a killed process left is recovered as it would be for them. */
const hashOf = (path: string) => withProject(path, { mode: 'read' }, ({ store }) => stateHash(store));

it('a project with pseudonyms is there whole or not at all, whenever its making is killed, and can be made then', {
  timeout: 900_000,
}, async () => {
  const cwd = folder('pseudonyms');
  writeFiles(cwd, {
    ...Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`访谈/${n}.txt`, interview(n)])),
    '名.csv': '名称,化名,词中也替换\n王建国,甲某,是\n桃花村,A村,是\n老罗,B某,否\n',
  });
  for (const args of [['import', '访谈'], ['mine'], ['code']])
    expect((await zhagen(args, { cwd })).code).toBe(0);
  const original = readFileSync(join(cwd, 'zhagen.db'));
  const apply = ['pseudonyms', 'apply', '名.csv', '--out', '化名.db'];
  const out = join(cwd, '化名.db');

  const begun = performance.now();
  expect((await zhagen(apply, { cwd })).code).toBe(0);
  const usual = performance.now() - begun;
  const whole = await hashOf(out);
  const files = readdirSync(cwd);
  rmSync(out);
  let made = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = start(apply, { cwd });
    const ended = outcomeOf(child);
    await sleep((usual * ((round * 7) % ROUNDS)) / ROUNDS);
    child.kill('SIGKILL');
    await ended;
    expect(readFileSync(join(cwd, 'zhagen.db')).equals(original)).toBe(true);
    if (existsSync(out)) {
      made += 1;
      expect(await hashOf(out)).toBe(whole);
      rmSync(out);
    }
    if (round % 4 > 0) continue;
    expect((await zhagen(apply, { cwd })).code).toBe(0);
    expect(await hashOf(out)).toBe(whole);
    expect(readdirSync(cwd)).toEqual(files);
    rmSync(out);
  }
  expect(made).toBeLessThan(ROUNDS);
});
