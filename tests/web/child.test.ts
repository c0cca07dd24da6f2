import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { PROGRAM } from '../../src/paths.js';
import { startChild } from '../../src/web/child/start-child.js';
import { codedProject } from '../workflow/coded-project.js';

const setup = { db: await codedProject('AH', 'BJ'), mode: 'read', toolVersion: '0.0.0' } as const;
const child = startChild(setup);
afterAll(() => child.release());

const asked = <Asked>(of: Asked) => ({ reader: '甲', asked: of });

describe('a child process that reads', () => {
  it('answers in the order of the questions, and leaves out those that nobody waits for any more', async () => {
    const stop = new AbortController();
    const answered: string[] = [];
    const note = (what: string) => () => void answered.push(what);
    const first = child.ask('overview', asked({})).then(note('overview'));
    const second = child.ask('cases', asked({}), { signal: stop.signal });
    const third = child.ask('words', asked({ find: '的' })).then(note('words'));
    const refused = expect(second).rejects.toMatchObject({ code: 'cli/interrupted' });
    stop.abort();
    await refused;
    expect(answered).toEqual([]);
    await Promise.all([first, third]);
    expect(answered).toEqual(['overview', 'words']);
  });

  it('reports what is wrong with a question, and answers the next', async () => {
    await expect(child.ask('code', asked({ code: '没有这个编码' }))).rejects.toMatchObject({
      code: 'code/unknown-code',
    });
    await expect(child.ask('cases', asked({}))).resolves.toMatchObject({ total: 2 });
  });

  it('collects what a job left, at a pause', async () => {
    const file = fileURLToPath(new URL('web/child/project-child.js', PROGRAM));
    const alone = fork(file, [JSON.stringify(setup)], {
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      execArgv: ['--expose-gc', '--trace-gc'],
    });
    // So V8 names a collection that the program asks for.
    const collections = () => told.match(/testing/g)?.length ?? 0;
    let told = '';
    alone.stdout?.on('data', (bytes) => {
      told += bytes;
    });
    alone.send({ job: 'overview', input: asked({}) });
    await once(alone, 'message');
    expect(collections()).toBe(0);
    await vi.waitFor(() => expect(collections()).toBe(1), 5000);
    alone.disconnect();
    await once(alone, 'exit');
  });

  it('ends in silence when the server lets go of it in the middle of a job', async () => {
    const file = fileURLToPath(new URL('web/child/project-child.js', PROGRAM));
    const alone = fork(file, [JSON.stringify(setup)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const told = text(alone.stderr as Readable);
    alone.send({ job: 'codes', input: asked({}) });
    await once(alone, 'message');
    alone.send({ job: 'overview', input: asked({}) });
    setTimeout(() => alone.disconnect(), 20);
    const [code] = await once(alone, 'exit');
    expect([code, await told]).toEqual([0, '']);
  });
});
