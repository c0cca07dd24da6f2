import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportDataset } from '../../src/workflow/export-dataset.js';
import { writeFolder, writeInPieces } from '../../src/workflow/write-files.js';
import { rejectionOf } from '../formats/rejection.js';
import { ranProject } from './coded-project.js';
import { copyProject, makeFolder } from './project.js';

const PROJECT = await ranProject('JX');
const folder = makeFolder();
const place = (name: string) => join(folder.path, name);
const between = async () => {};

describe('exportDataset', () => {
  it('writes the tables that are named into a new folder, with their captions', async () => {
    const { files, tables } = await exportDataset(copyProject(PROJECT), {
      format: 'csv',
      out: place('named'),
      tables: ['coding', 'frequency'],
    });
    expect(tables).toEqual(['coding', 'frequency']);
    expect(readdirSync(place('named'))).toEqual([...files].sort());
    const dictionary = readFileSync(place('named/dictionary.csv'), 'utf8');
    expect(dictionary).toContain('coding.csv,level1,选择式编码,Selective coding,text');
    expect(dictionary).toContain('frequency.csv,references,编码参考点数,references,integer');
    expect(readFileSync(place('named/tables.md'), 'utf8')).toMatch(/编码表[\s\S]*核心关键词频次表/);
  });

  it('leaves out what has no rows, and the uncoded sentences unless they are named', async () => {
    const { tables } = await exportDataset(copyProject(PROJECT), { format: 'csv', out: place('all') });
    expect(tables).toContain('evidence');
    expect(tables).not.toContain('uncoded');
    expect(tables).not.toContain('memos');
  });

  it('replaces nothing that is there, unless it is told to; other files stay', async () => {
    mkdirSync(place('there'));
    writeFileSync(place('there/notes.txt'), '笔记');
    writeFileSync(place('there/coding.csv'), '旧');
    const request = { format: 'csv', out: place('there'), tables: ['coding'] } as const;
    const context = copyProject(PROJECT);
    expect(await rejectionOf(exportDataset(context, request))).toMatchObject({ code: 'export/exists' });
    expect(readFileSync(place('there/coding.csv'), 'utf8')).toBe('旧');
    await exportDataset(context, { ...request, force: true });
    expect(readFileSync(place('there/coding.csv'), 'utf8')).toContain('编码');
    expect(readFileSync(place('there/notes.txt'), 'utf8')).toBe('笔记');
  });
});

describe('files that are not written to the end', () => {
  function* failing() {
    yield 'half';
    throw new Error('stopped');
  }

  it('leave what was there', async () => {
    writeFileSync(place('old.csv'), '旧');
    await expect(writeInPieces(place('old.csv'), failing(), between)).rejects.toThrow('stopped');
    expect(readFileSync(place('old.csv'), 'utf8')).toBe('旧');
    expect(existsSync(place('old.csv.unfinished'))).toBe(false);
  });

  it('leave no new folder', async () => {
    const files = [
      { name: 'a.csv', pieces: ['whole'] },
      { name: 'b.csv', pieces: failing() },
    ];
    await expect(writeFolder(place('new'), files, between)).rejects.toThrow('stopped');
    expect(readdirSync(folder.path).filter((name) => name.startsWith('new'))).toEqual([]);
  });

  it('say where nothing can be written', async () => {
    const written = writeFolder('/proc/nowhere', [{ name: 'a', pieces: ['a'] }], between);
    expect(await rejectionOf(written)).toMatchObject({ code: 'files/cannot-write' });
  });
});
