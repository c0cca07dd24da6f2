import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashOf, makeProgram } from './program.js';

const { zhagen, folder } = makeProgram();

it('reading a project of an earlier version says that a copy is read; writing it ends that', async () => {
  const db = join(folder('earlier'), 'old.db');
  copyFileSync('tests/store/fixtures/version-8.db', db);
  const before = hashOf(db);
  const note =
    /^\S+old\.db has version 8, this program writes version \d+: an updated temporary copy is read\./;
  expect((await zhagen(['cases', '--db', db])).err).toMatch(note);
  expect((await zhagen(['cases', '--db', db, '--lang', 'zh'])).err).toMatch(/的文件版本为 8/);
  expect((await zhagen(['cases', '--db', db, '--quiet'])).err).toBe('');
  expect(hashOf(db)).toBe(before);
  await zhagen(['screen', '--db', db]);
  expect((await zhagen(['cases', '--db', db])).err).not.toMatch(note);
});
