import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonOf, makeProgram, writeFiles } from './program.js';

const { zhagen, folder } = makeProgram();

const TEXT = '扶贫车间带动就业，扶贫车间稳定增收，扶贫车间越办越多。';
/** ESC, the C1 control that begins a sequence by itself, and characters that turn the direction. */
const EVIL = '\u001b[31m\u009b2J\u202e\u2066';
/** Windows has no control characters in names of files. */
const BAD_FILE = `bad${process.platform === 'win32' ? '\u009b2J\u202e' : EVIL}.txt`;
const STEERING = /(?![\t\n])\p{Cc}|\p{Bidi_Control}/u;

describe('the names of files', () => {
  it('may hold anything, and a folder given in several ways counts once', async () => {
    const cwd = writeFiles(folder('names'), {
      'a b/-x y.txt': `一${TEXT}`,
      'a b/案例（一）.txt': `二${TEXT}`,
      'a b/e\u0301.md': `三${TEXT}`,
      'a b/.hidden.txt': '藏',
      '-dash.txt': `四${TEXT}`,
      'sub/here.txt': '',
    });
    const paths = [
      'a b',
      './a b/',
      join(cwd, 'a b'),
      'sub/../a b',
      './-dash.txt',
      '-dash.txt'.replace(/^/, `${cwd}/`),
    ];
    const { code, out } = await zhagen(['import', ...paths, '--json'], { cwd });
    expect([code, jsonOf<{ added: string[] }>({ code, out, err: '' }).added]).toEqual([
      0,
      ['-dash', '-x y', '\u00e9', '案例（一）'],
    ]);
    const inside = await zhagen(['import', '..', '--db', '../other.db', '--json', '--skip-bad'], {
      cwd: join(cwd, 'sub'),
    });
    expect(jsonOf<{ added: string[] }>(inside).added).toEqual([
      '-dash',
      'a b/-x y',
      'a b/\u00e9',
      'a b/案例（一）',
    ]);
    const shown = await zhagen(['cases', 'show', 'a b/\u00e9', '--db', 'other.db', '--json'], { cwd });
    expect(jsonOf(shown)).toMatchObject({ text: `三${TEXT}`, source: 'a b/e\u0301.md' });
  });
});

describe('ids, titles and cells', () => {
  it('come through CSV with quotes, CRLF and formulas, and leave it harmless', async () => {
    const csv = [
      'id,title,text,note',
      `"r,""1""","说""好""","${TEXT}\r\n第二行",=cmd`,
      `=1+1,@SUM,"=${TEXT}",-2`,
      '',
    ].join('\r\n');
    const cwd = writeFiles(folder('cells'), { 'cases.csv': `\ufeff${csv}` });
    expect((await zhagen(['run', 'cases.csv', '--out', 'out'], { cwd })).code).toBe(0);
    const shown = await zhagen(['cases', 'show', 'r,"1"', '--json'], { cwd });
    expect(jsonOf(shown)).toMatchObject({
      title: '说"好"',
      text: `${TEXT}\r\n第二行`,
      attributes: { note: '=cmd' },
    });
    const tables = readdirSync(join(cwd, 'out')).filter((name) => name.endsWith('.csv'));
    const cells = tables.flatMap((name) =>
      readFileSync(join(cwd, 'out', name), 'utf8')
        .slice(1)
        .split(/[\n,]/),
    );
    expect(cells).toContain("'=1+1");
    expect(cells.filter((cell) => /^"?[=+@\t\r]/.test(cell))).toEqual([]);
  });
});

describe('what steers a terminal', () => {
  it('reaches it neither from titles, texts, names and attributes nor from the command line', async () => {
    const line = { id: `i${EVIL}`, title: `t${EVIL}`, text: `${TEXT}${EVIL}`, province: `p${EVIL}` };
    const cwd = writeFiles(folder('steering'), {
      'evil.jsonl': JSON.stringify(line),
      [BAD_FILE]: Uint8Array.of(0xb7, 0xf6),
    });
    const attempts = [
      ['import', BAD_FILE],
      ['run', 'evil.jsonl', '--by', 'province', '--out', 'out'],
      ['drop', '扶贫车间', '--reason', `r${EVIL}`, '--coder', `c${EVIL}`],
      ['history'],
      ['history', '--json'],
      ['cases'],
      ['cases', '--json'],
      ['cases', 'show', line.id],
      ['cases', 'show', line.id, '--json'],
      ['cases', 'show', `none${EVIL}`],
      ['kwic', '车间'],
      ['runs'],
      ...['keywords', 'raw', 'evidence', 'matrix'].map((name) => ['tables', name]),
      ['tables', 'raw', '--format', 'md'],
      ['tables', 'raw', '--format', 'json'],
      [`com${EVIL}mand`],
    ];
    for (const args of attempts) {
      const { code, out, err } = await zhagen(args, { cwd });
      expect([args[0], code]).not.toEqual([args[0], 2]);
      expect([args, STEERING.exec(out + err)]).toEqual([args, null]);
    }
    const shown = await zhagen(['cases', 'show', line.id, '--json'], { cwd });
    expect(jsonOf(shown)).toMatchObject({ title: line.title, text: line.text });
  }, 60_000);
});
