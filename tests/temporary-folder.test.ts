import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openTemporaryFolder, removeLeftFolders } from '../src/temporary-folder.js';
import { makeFolder } from './workflow/project.js';

const folder = makeFolder();
afterAll(folder.remove);

it('folders of killed processes are removed, those of running ones and all others stay', async () => {
  const { folder: own, close } = openTemporaryFolder(folder.path);
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const left = own.replace(`-${process.pid}-`, `-${child.pid}-`);
  const others = ['zhagen-test', `zhagen-00000000-${child.pid}-abcdef`, '999999999'];
  for (const path of [left, ...others.map((name) => join(folder.path, name))]) mkdirSync(path);
  writeFileSync(join(left, 'names.jsonl'), '张三');
  const before = readdirSync(folder.path);

  removeLeftFolders(folder.path);
  expect(readdirSync(folder.path)).toEqual(before);

  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  removeLeftFolders(folder.path);
  expect(existsSync(left)).toBe(false);
  expect(readdirSync(folder.path)).toHaveLength(before.length - 1);
  removeLeftFolders(join(folder.path, 'no such folder'));
  close();
  expect(existsSync(own)).toBe(false);
});
