import { spawn } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';
import { readDecisions } from '../../src/store/decision-log.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases, recodeCases } from '../../src/workflow/code-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { compiledProgram } from '../compile-sources.js';
import { outputOf } from '../store/compiled-store.js';
import { temporaryFolder } from '../store/sample-project.js';
import { CORPUS, contextOf } from '../workflow/project.js';

const ROUNDS = 200;

/** Decides about one keyword after the other, for one group and for all, and takes each third statement back. */
const DECIDER = `
  import { randomBytes } from 'node:crypto';
  import { writeSync } from 'node:fs';
  import { localEngine } from './engine/engine.js';
  import { openStore } from './store/open.js';
  import { readKeywords } from './store/keyword-table.js';
  import { decide, undo } from './workflow/decide.js';
  const [, , path, round] = process.argv;
  const store = openStore(path, { mode: 'write' });
  const newId = () => randomBytes(16).toString('hex');
  const progress = async () => {};
  const context = { store, engine: localEngine(), toolVersion: 'test', now: () => new Date(), newId, progress };
  const keywords = readKeywords(store).filter(({ kept }) => kept);
  writeSync(1, 'begun\\n');
  for (let n = Number(round); ; n += 1) {
    const { group, word } = keywords[(n * 7919) % keywords.length];
    const by = { coder: '左', reason: 'r' + n };
    const kind = n % 2 === 0 ? 'drop' : 'keep';
    const rest = n % 4 === 0 ? {} : { group };
    const statement = n % 5 === 0 ? { kind: 'merge', words: [word, '利益联结'] } : { kind, words: [word], ...rest };
    const { decisions } = await decide(context, { ...statement, ...by });
    // What is in force already is not logged again.
    if (decisions.length > 0) writeSync(1, 'decided\\n');
    if (n % 3 === 0) await undo(context, by);
  }`;

/** Joins the decider and its modules into few files of the program, as it is joined itself: most of a round is the start. */
async function joinDecider(program: string): Promise<string> {
  const path = join(program, 'decider.js');
  writeFileSync(path, DECIDER);
  const joined = await rolldown({ input: path, platform: 'node', external: /^[^./]/ });
  await joined.write({ dir: program, chunkFileNames: 'decider-[hash].js' });
  return path;
}

it('a decision is there with all that follows from it, or not at all, whenever its process is killed', {
  timeout: 1_200_000,
}, async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'zhagen.db');
  const store = openStore(path, { mode: 'create' });
  const context = contextOf(store);
  await importCases(context, { paths: [CORPUS] });
  await mineKeywords(context, {});
  await codeCases(context, {});
  store.close();
  const decider = await joinDecider(join(compiledProgram(), 'dist'));
  let known = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = spawn(process.execPath, [decider, path, String(round)]);
    const output = outputOf(child);
    await outputOf(child, 'begun');
    await new Promise((resolve) => setTimeout(resolve, (round * 37) % 400));
    child.kill('SIGKILL');
    const finished = (await output).match(/decided/g)?.length ?? 0;

    const after = openStore(path, { mode: 'write' });
    const decisions = readDecisions(after).length;
    expect(decisions).toBeGreaterThanOrEqual(known + finished);
    known = decisions;
    const hash = round % 10 === 0 ? stateHash(after) : null;
    after.close();
    if (hash === null) continue;
    const oracle = join(folder, 'oracle.db');
    copyFileSync(path, oracle);
    const whole = openStore(oracle, { mode: 'write' });
    await recodeCases(contextOf(whole));
    expect(stateHash(whole)).toBe(hash);
    whole.close();
  }
});
