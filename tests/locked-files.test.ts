import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeFile, renameFile, whenReleased } from '../src/locked-files.js';
import { makeFolder } from './workflow/project.js';

const folder = makeFolder();
afterAll(folder.remove);

/** Work that fails a number of times as the system does. */
function failing(code: string, times: number) {
  const calls = { count: 0 };
  const work = () => {
    calls.count += 1;
    if (calls.count <= times) throw Object.assign(new Error(code), { code });
  };
  return { calls, work };
}

describe('a file in use', () => {
  it('is tried again until it is released', () => {
    const { calls, work } = failing('EBUSY', 3);
    whenReleased(work);
    expect(calls.count).toBe(4);
  });

  it('is given up after a second, with what the system says', () => {
    const { calls, work } = failing('ENOTEMPTY', Number.POSITIVE_INFINITY);
    expect(() => whenReleased(work)).toThrow('ENOTEMPTY');
    expect(calls.count).toBe(20);
  });

  it('is not waited for where waiting does not help', () => {
    const { calls, work } = failing('ENOSPC', 1);
    expect(() => whenReleased(work)).toThrow('ENOSPC');
    expect(calls.count).toBe(1);
  });
});

it('a file takes the place of another, and what is not there is removed without an error', () => {
  const [from, to] = [join(folder.path, 'new'), join(folder.path, 'old')];
  writeFileSync(from, 'new');
  writeFileSync(to, 'old');
  renameFile(from, to);
  expect(readFileSync(to, 'utf8')).toBe('new');
  removeFile(from);
  mkdirSync(join(from, 'deep'), { recursive: true });
  removeFile(from);
  expect(existsSync(from)).toBe(false);
});
