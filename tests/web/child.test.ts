import { afterAll, describe, expect, it } from 'vitest';
import { startChild } from '../../src/web/child/start-child.js';
import { codedProject } from '../workflow/coded-project.js';

const child = startChild({ db: await codedProject('AH', 'BJ'), mode: 'read', toolVersion: '0.0.0' });
afterAll(() => child.release());

describe('a child process that reads', () => {
  it('answers in the order of the questions, and leaves out those that nobody waits for any more', async () => {
    const stop = new AbortController();
    const answered: string[] = [];
    const note = (what: string) => () => void answered.push(what);
    const first = child.ask('overview', undefined).then(note('overview'));
    const second = child.ask('cases', {}, { signal: stop.signal });
    const third = child.ask('words', { find: '的' }).then(note('words'));
    const refused = expect(second).rejects.toMatchObject({ code: 'cli/interrupted' });
    stop.abort();
    await refused;
    expect(answered).toEqual([]);
    await Promise.all([first, third]);
    expect(answered).toEqual(['overview', 'words']);
  });

  it('reports what is wrong with a question, and answers the next', async () => {
    await expect(child.ask('code', { code: '没有这个编码' })).rejects.toMatchObject({
      code: 'code/unknown-code',
    });
    await expect(child.ask('cases', {})).resolves.toMatchObject({ total: 2 });
  });
});
