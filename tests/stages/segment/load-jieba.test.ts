import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { loadDictionary, requireJieba } from '../../../src/stages/segment/load-jieba.js';

const { platform } = process;
const before = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'zhagen-test-'));

afterEach(() => {
  vi.restoreAllMocks();
  Object.defineProperty(process, 'platform', { value: platform });
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

it('on Windows jieba opens its files by paths that no folder above them is part of', () => {
  const jieba = requireJieba();
  const load = vi.spyOn(jieba, 'load');
  const working = join(folder, '工作 目录');
  mkdirSync(working);
  process.chdir(working);
  const there = process.cwd();
  Object.defineProperty(process, 'platform', { value: 'win32' });

  loadDictionary(jieba);

  const paths = Object.values(load.mock.calls[0]?.[0] ?? {});
  expect(paths).toHaveLength(5);
  expect(paths.filter((path) => isAbsolute(path) || !/^[\x20-\x7e]+$/.test(path))).toEqual([]);
  expect(process.cwd()).toBe(there);
  expect(jieba.cut('乡村振兴战略', true).join('')).toBe('乡村振兴战略');
});
