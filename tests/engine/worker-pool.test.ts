import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { inWorkers } from '../../src/engine/in-workers.js';
import { compiledProgram } from '../compile-sources.js';
import { makeProgram, writeFiles } from '../e2e/program.js';
import { rejectionOf } from '../formats/rejection.js';
import { CAN_LIST_PROCESSES, childrenOf, isRunning, until } from './processes.js';

interface Answer {
  readonly product: number;
  readonly pid: number;
}

interface TryBatch {
  readonly value: number;
  readonly milliseconds?: number;
  readonly fate?: 'dies' | 'user-error' | 'bug';
}

/** A worker that blocks, as segmenting does, and fails as it is told. */
const TRY_WORKER = `
  import { UserError } from '../errors.js';
  import { serveBatches } from './serve-batches.js';
  const busy = new Int32Array(new SharedArrayBuffer(4));
  serveBatches(({ factor }) => ({ value, milliseconds, fate }) => {
    if (fate === 'dies') process.kill(process.pid, 'SIGKILL');
    if (fate === 'user-error') throw new UserError('import/empty-file', { path: 'a.txt' });
    if (fate === 'bug') throw new TypeError('a bug of the worker');
    Atomics.wait(busy, 0, 0, milliseconds ?? 0);
    return { product: factor * value, pid: process.pid };
  });
`;

const program = makeProgram().folder('program');
cpSync(join(compiledProgram(), 'dist'), program, { recursive: true });
const folder = writeFiles(join(program, 'engine'), { 'try-worker.js': TRY_WORKER });
const WORKER = pathToFileURL(join(folder, 'try-worker.js'));
const answers = (batches: Iterable<TryBatch> | AsyncIterable<TryBatch>, workers = 2) =>
  inWorkers<TryBatch, Answer>(batches, { worker: WORKER, workers, setup: { factor: 10 } });

/** The products that came, and how it ended. */
async function outcome(results: AsyncIterable<Answer>) {
  const products: number[] = [];
  const all = async () => {
    for await (const { product } of results) products.push(product);
  };
  try {
    await all();
    return { products };
  } catch (error) {
    return { products, error };
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const runningChildren = () => childrenOf().filter(isRunning);

const numbered = (count: number, milliseconds = 0): TryBatch[] =>
  Array.from({ length: count }, (_, value) => ({ value, milliseconds }));

describe('batches in child processes', () => {
  it.each([1, 2, 4])('come back in order from %i of them, whichever is done first', async (workers) => {
    const batches = numbered(8).map((batch) => ({ ...batch, milliseconds: batch.value % 3 === 0 ? 60 : 0 }));
    expect(await outcome(answers(batches, workers))).toEqual({
      products: [0, 10, 20, 30, 40, 50, 60, 70],
    });
  });

  it('need no child process where there is none', async () => {
    expect(await outcome(answers([]))).toEqual({ products: [] });
  });

  it('are taken a few at a time, as their results are taken', async () => {
    let taken = 0;
    function* batches() {
      for (const batch of numbered(30)) {
        taken += 1;
        yield batch;
      }
    }
    let given = 0;
    for await (const _ of answers(batches())) {
      given += 1;
      expect(taken - given).toBeLessThanOrEqual(5);
    }
    expect(given).toBe(30);
  });

  it('are not kept in memory, nor their results, once these are taken', async () => {
    const kept: WeakRef<object>[] = [];
    function* batches() {
      for (let value = 0; value < 40; value += 1) {
        const batch = { value };
        kept.push(new WeakRef(batch));
        yield batch;
      }
    }
    let given = 0;
    for await (const answer of answers(batches())) {
      kept.push(new WeakRef(answer));
      given += 1;
      if (given < 30) continue;
      await until(() => {
        collectGarbage();
        // Four batches under way, and what is at hand.
        return kept.filter((one) => one.deref() !== undefined).length < 12;
      });
      break;
    }
    expect(given).toBe(30);
  });

  it('are answered while the next ones are still to come', async () => {
    let more = () => {};
    const later = new Promise<void>((resolve) => {
      more = resolve;
    });
    async function* batches() {
      yield { value: 1 };
      await later;
      yield { value: 2 };
    }
    const results = answers(batches());
    expect((await results.next()).value).toMatchObject({ product: 10 });
    more();
    expect((await results.next()).value).toMatchObject({ product: 20 });
    expect(await results.next()).toMatchObject({ done: true });
  });

  it('end with their own problem after the results before it', async () => {
    async function* batches() {
      yield* numbered(3, 50);
      throw new Error('line 4');
    }
    expect(await outcome(answers(batches()))).toEqual({ products: [0, 10, 20], error: new Error('line 4') });
  });

  it('end with the problem of a worker after the results before it', async () => {
    const withFate = (fate: 'bug' | 'user-error'): TryBatch[] => [
      ...numbered(2, 50),
      { value: 2, fate },
      { value: 3 },
    ];
    const mended = await outcome(answers(withFate('user-error')));
    expect(mended).toMatchObject({ products: [0, 10], error: { code: 'import/empty-file' } });
    const { error } = await outcome(answers(withFate('bug')));
    expect(error).toMatchObject({ message: expect.stringMatching(/a bug of the worker[\s\S]*try-worker/) });
  });
});

describe.skipIf(!CAN_LIST_PROCESSES)('a worker that is killed', () => {
  it('costs nothing but time', async () => {
    const results = answers(numbered(6, 100));
    const { value } = await results.next();
    process.kill(value.pid, 'SIGKILL');
    const rest = await outcome(results);
    expect(rest).toEqual({ products: [10, 20, 30, 40, 50] });
  });

  it('by the same batch as the one before it is reported after the results before that batch', async () => {
    const batches: TryBatch[] = [{ value: 0, milliseconds: 100 }, { value: 1, fate: 'dies' }, { value: 2 }];
    expect(await outcome(answers(batches))).toMatchObject({
      products: [0],
      error: { code: 'segment/worker-died', params: { reason: 'SIGKILL' } },
    });
  });
});

describe.skipIf(!CAN_LIST_PROCESSES)('no worker remains', () => {
  it('when the results are no longer wanted, or all given', async () => {
    const others = runningChildren();
    const ours = () => runningChildren().filter((pid) => !others.includes(pid));
    for await (const _ of answers(numbered(6, 50))) {
      expect(ours()).not.toEqual([]);
      break;
    }
    await until(() => ours().length === 0);
    await outcome(answers(numbered(3)));
    await until(() => ours().length === 0);
  });

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT', 'exit', 'error'])('when the process ends by %s', async (end) => {
    const script = `
      import { inWorkers } from './in-workers.js';
      const batches = Array.from({ length: 1000 }, (_, value) => ({ value, milliseconds: 100 }));
      const options = { worker: new URL(${JSON.stringify(WORKER.href)}), workers: 2, setup: { factor: 1 } };
      process.on('message', (end) => {
        if (end === 'exit') process.exit();
        throw new Error('no message for it');
      });
      for await (const { pid } of inWorkers(batches, options)) process.send(pid);
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    await once(parent, 'message');
    const children = childrenOf(parent.pid);
    expect(children).toHaveLength(2);
    if (end.startsWith('SIG')) parent.kill(end as NodeJS.Signals);
    else parent.send(end);
    await once(parent, 'exit');
    await until(() => !children.some(isRunning));
  });

  it('when it is interrupted, which is an error of its own', async () => {
    const results = answers(numbered(100, 50));
    await results.next();
    const rejection = rejectionOf(
      results
        .next()
        .then(() => results.next())
        .then(() => results.next()),
    );
    process.emit('SIGINT');
    expect(await rejection).toMatchObject({ code: 'cli/interrupted' });
  });
});
