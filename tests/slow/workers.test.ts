import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf, makeProgram, outcomeOf, writeFiles } from '../e2e/program.js';
import { CAN_LIST_PROCESSES, childrenOf, isRunning, until } from '../engine/processes.js';

const { start, zhagen, folder } = makeProgram();

/** Different sentences out of few characters. */
function text(seed: number, length: number): string {
  const characters = [...'扶贫产业园车间公益性岗位技能培训易地搬迁集体经济合作社电商带动就业增收稳定，。'];
  let state = seed + 1;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return characters[state % characters.length];
  };
  return Array.from({ length }, next).join('');
}

const lines = Array.from({ length: 28 }, (_, n) => JSON.stringify({ id: `c${n}`, text: text(n, 20_000) }));
/** Enough for a batch of each of four workers. */
const some = lines.slice(0, 18);
const cwd = writeFiles(folder('workers'), { 'many.jsonl': lines.join('\n'), 'some.jsonl': some.join('\n') });

const COMMANDS = [
  ['discover', 'many.jsonl', '--min-frequency', '500', '--max-length', '2'],
  ['keywords', 'many.jsonl', '--top', '3'],
];

/** Starts a command and waits until it has both its workers. */
async function atWork(args: readonly string[], place = cwd) {
  const child = start(args, { cwd: place });
  const outcome = outcomeOf(child);
  await until(() => childrenOf(child.pid).length === 2);
  return { child, outcome, workers: childrenOf(child.pid) };
}

describe.skipIf(!CAN_LIST_PROCESSES).each(COMMANDS)('%s with workers', (...args) => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends soon at %s, and its workers with it', async (signal) => {
    const { child, outcome, workers } = await atWork(args);
    const asked = Date.now();
    // Ctrl-C on a terminal reaches all of them.
    for (const pid of signal === 'SIGINT' ? workers : []) process.kill(pid, signal);
    child.kill(signal);
    const { code, err } = await outcome;
    expect(Date.now() - asked).toBeLessThan(2000);
    expect([code, err]).toEqual([1, expect.stringMatching(/^Interrupted\. .*run the command again.*\n$/)]);
    await until(() => !workers.some(isRunning));
  });

  it('gives the same result when a worker is killed', async () => {
    const undisturbed = await zhagen(args, { cwd });
    const { outcome, workers } = await atWork(args);
    process.kill(workers[0] as number, 'SIGKILL');
    expect(await outcome).toEqual(undisturbed);
  });

  it('says so when every worker is killed', async () => {
    const { child, outcome } = await atWork(args);
    const killing = setInterval(() => {
      for (const pid of childrenOf(child.pid)) process.kill(pid, 'SIGKILL');
    }, 20);
    const { code, err } = await outcome;
    clearInterval(killing);
    expect([code, err]).toEqual([1, expect.stringMatching(/^a segmenting process died.*SIGKILL.*\n$/)]);
  });
});

describe.skipIf(!CAN_LIST_PROCESSES)('mine with workers', () => {
  it('ends soon at Ctrl-C, its workers with it, and leaves the project as it was', async () => {
    const project = writeFiles(folder('mine'), { 'many.jsonl': lines.join('\n') });
    const db = join(project, 'zhagen.db');
    expect((await zhagen(['import', 'many.jsonl'], { cwd: project })).code).toBe(0);
    const before = hashOf(db);
    const { child, outcome, workers } = await atWork(['mine'], project);
    const asked = Date.now();
    for (const pid of workers) process.kill(pid, 'SIGINT');
    child.kill('SIGINT');
    const { code, err } = await outcome;
    expect(Date.now() - asked).toBeLessThan(2000);
    expect([code, err]).toEqual([1, expect.stringMatching(/^Interrupted\. .*run the command again.*\n$/)]);
    await until(() => !workers.some(isRunning));
    expect(hashOf(db)).toBe(before);
    expect(readdirSync(project).sort()).toEqual(['many.jsonl', 'zhagen.db']);
  });
});

describe('keywords', () => {
  it.each(['shipped', 'corpus'])(
    'are the same bytes from 1, 2 and 4 workers, from a file and from a pipe, with idf %s',
    async (idf) => {
      const outs = new Set<string>();
      for (const [from, workers] of [
        ['some.jsonl', '1'],
        ['-', '2'],
        ['some.jsonl', '4'],
      ] as const) {
        const input = from === '-' ? some.join('\n') : '';
        const args = ['keywords', from, '--idf', idf, '--workers', workers];
        const { code, out } = await zhagen(args, { cwd, input });
        expect([code, out.split('\n').length]).toEqual([0, some.length + 1]);
        outs.add(out);
      }
      expect(outs.size).toBe(1);
    },
  );

  it('of the lines before a faulty one are printed, however many workers there are', async () => {
    const input = `${lines.slice(0, 9).join('\n')}\n{"text"\n${lines[9]}`;
    for (const workers of ['1', '2']) {
      const { code, out, err } = await zhagen(['keywords', '-', '--workers', workers], { input });
      expect([code, out.split('\n').length, err]).toEqual([
        1,
        10,
        expect.stringMatching(/^-:10: is not a case/),
      ]);
    }
  });
});
