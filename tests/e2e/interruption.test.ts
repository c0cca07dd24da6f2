import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf, makeProgram, writeFiles } from './program.js';

const NOBODY = 65534;
const { interrupt, zhagen, folder } = makeProgram();

/** Different sentences out of few characters: many n-grams, as in a real corpus. */
function longText(seed: number): string {
  const characters = [
    ...'扶贫产业园车间公益性岗位技能培训易地搬迁集体经济合作社电商带动就业增收稳定脱贫乡村振兴',
  ];
  let state = seed + 1;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return characters[state % characters.length];
  };
  return Array.from({ length: 60 }, () => `${Array.from({ length: 25 }, next).join('')}。\n`).join('');
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({ id: `c${n}`, title: `第${n}例`, text: longText(n) }),
  ).join('\n');

const SMALL = { 'a.txt': '扶贫车间带动就业，扶贫车间稳定增收，扶贫车间多。' };

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  it('in the middle of a first import leaves no project behind', async () => {
    const cwd = writeFiles(folder(`first-${signal}`), { 'many.jsonl': lines(4000) });
    const { code, out, err } = await interrupt(['import', 'many.jsonl'], { cwd, signal });
    expect([code, out, err]).toEqual([
      1,
      '',
      expect.stringMatching(/^Interrupted\. .*run the command again.*\n$/),
    ]);
    expect(readdirSync(cwd)).toEqual(['many.jsonl']);
  }, 60_000);

  it('in the middle of a later import or of mining leaves the project as it was', async () => {
    const cwd = writeFiles(folder(`later-${signal}`), { 'few.jsonl': lines(300), 'many.jsonl': lines(4000) });
    const db = join(cwd, 'zhagen.db');
    expect((await zhagen(['import', 'few.jsonl'], { cwd })).code).toBe(0);
    const before = hashOf(db);
    for (const args of [['import', 'many.jsonl', '--batch', '2'], ['mine']]) {
      const { code, out, err } = await interrupt(args, { cwd, signal });
      expect([args[0], code, out, err]).toEqual([
        args[0],
        1,
        '',
        expect.stringMatching(/^Interrupted\. .*\n$/),
      ]);
      expect(hashOf(db)).toBe(before);
      expect(readdirSync(cwd).sort()).toEqual(['few.jsonl', 'many.jsonl', 'zhagen.db']);
    }
  }, 60_000);
});

describe.skipIf(process.platform === 'win32')('a full disk', () => {
  it('is named on a first import, which leaves nothing', async () => {
    const cwd = writeFiles(folder('full-first'), { 'many.jsonl': lines(200) });
    const { code, err } = await zhagen(['import', 'many.jsonl'], { cwd, fileBlocks: 200 });
    expect([code, err]).toEqual([1, expect.stringMatching(/^zhagen\.db: .*disk.*\n$/)]);
    expect(readdirSync(cwd)).toEqual(['many.jsonl']);
  });

  it('is named on a later import and on writing tables, and the project stays as it was', async () => {
    const cwd = writeFiles(folder('full-later'), { ...SMALL, 'many.jsonl': lines(200) });
    expect((await zhagen(['run', 'a.txt'], { cwd })).code).toBe(0);
    const db = join(cwd, 'zhagen.db');
    const before = hashOf(db);
    const blocks = Math.ceil(statSync(db).size / 512) + 40;
    const full = await zhagen(['import', 'many.jsonl'], { cwd, fileBlocks: blocks });
    expect([full.code, full.err]).toEqual([1, expect.stringMatching(/^zhagen\.db: .*disk.*\n$/)]);
    expect(hashOf(db)).toBe(before);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'many.jsonl', 'zhagen.db']);
  });
});

describe.skipIf(process.platform === 'win32')('a read-only folder', () => {
  // Permissions do not bind root, so the program then runs as nobody.
  const uid = process.getuid?.() === 0 ? NOBODY : undefined;
  const as = uid === undefined ? {} : { uid };

  it('can be read from, is named when it is to be written to, and stays as it was', async (context) => {
    const cwd = writeFiles(folder('read-only'), SMALL);
    expect((await zhagen(['run', 'a.txt'], { cwd })).code).toBe(0);
    const db = join(cwd, 'zhagen.db');
    const before = hashOf(db);
    chmodSync(db, 0o666);
    chmodSync(cwd, 0o555);
    const read = await zhagen(['cases', '--json'], { cwd, ...as });
    context.skip(read.err.includes('MODULE_NOT_FOUND'), 'nobody may not read the project folder');
    expect([read.code, read.err]).toEqual([0, '']);
    for (const args of [
      ['mine'],
      ['import', 'a.txt'],
      ['drop', '扶贫车间'],
      ['import', 'a.txt', '--db', 'new.db'],
    ]) {
      const { code, err } = await zhagen(args, { cwd, ...as });
      expect([code, err]).toEqual([
        1,
        expect.stringMatching(/^(zhagen|new)\.db: cannot be written\..*--db\.\n$/),
      ]);
    }
    const out = await zhagen(['run', 'a.txt', '--db', '/dev/null/x.db', '--out', 'tables'], { cwd, ...as });
    expect(out.code).toBe(1);
    chmodSync(cwd, 0o755);
    expect([hashOf(db), readdirSync(cwd).sort()]).toEqual([before, ['a.txt', 'zhagen.db']]);
  });

  it('for the tables is named before anything is done', async () => {
    const cwd = writeFiles(folder('read-only-out'), SMALL);
    mkdirSync(join(cwd, 'closed'), { mode: 0o555 });
    chmodSync(cwd, 0o777);
    const { code, err } = await zhagen(['run', 'a.txt', '--out', 'closed/tables'], { cwd, ...as });
    expect([code, err]).toEqual([1, 'closed/tables: cannot be written (EACCES: permission denied).\n']);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'closed']);
  });
});
