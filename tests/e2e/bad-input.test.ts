import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf, makeProgram, writeFiles } from './program.js';

const { zhagen, folder } = makeProgram();

const TEXT = '扶贫车间带动就业，扶贫车间稳定增收，扶贫车间越办越多。';
const GBK = Uint8Array.of(0xb7, 0xf6, 0xc6, 0xb6, 0xb3, 0xb5, 0xbc, 0xe4);
const UTF16 = Uint8Array.of(0xff, 0xfe, 0x76, 0x62, 0x2b, 0x8d);
const TORN = Uint8Array.of(0xe6, 0x89, 0xb6, 0xff, 0xff, 0x41);
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13);

const good = Object.fromEntries(
  Array.from({ length: 10 }, (_, n) => [`good/c${n}.txt`, `第${n}个案例。${TEXT}`]),
);

const FILES = {
  ...good,
  'a.txt': TEXT,
  'empty.txt': ' \n',
  'gbk.txt': GBK,
  'utf16.txt': UTF16,
  'torn.txt': TORN,
  'image.txt': PNG,
  'image.png': PNG,
  'twice.jsonl': `{"id":"x","text":"${TEXT}"}\n{"id":"x","text":"别的"}\n`,
  'broken.jsonl': `{"id":"x","text":"${TEXT}"}\n{"id":\n`,
  'no-text.csv': 'id,title\n1,标题\n',
  'broken.csv': 'id,text\n1,"没有结束\n',
  'attributes.csv': 'id,province\na,江西\nb,湖南\n',
  'nameless.csv': 'province\n江西\n',
  'broken.yaml': 'take: [1\n',
  'rules.yaml': 'take:\n  top: many\n  newWordsOnly: true\n',
  'codebook.yaml': 'id: x\ntitle: 标题\n',
};

/** A folder with all of the bad input. */
const bad = (name: string) => writeFiles(folder(name), FILES);

describe('a first import of bad input', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = bad('first');
    mkdirSync(join(cwd, 'empty/.hidden'), { recursive: true });
  });

  it.each([
    ['a missing path', ['none.txt'], 'none.txt: no such file or folder. Check'],
    ['a folder without files', ['empty'], 'empty: nothing to import here. Put case texts'],
    ['an empty file', ['empty.txt'], 'empty.txt: has no text. Fill or remove it.'],
    ['a file in no known encoding', ['torn.txt'], 'torn.txt: '],
    ['a file in another encoding than said', ['a.txt', '--encoding', 'utf-16le'], 'a.txt: '],
    ['a binary file', ['image.txt'], 'image.txt: is not a text. Save'],
    [
      'a format it does not know',
      ['image.png'],
      'image.png: .png is not a format that zhagen reads. It reads',
    ],
    [
      'an id given twice',
      ['twice.jsonl'],
      '  twice.jsonl#2: the id "x" is already that of twice.jsonl#1. Give',
    ],
    ['a broken line', ['broken.jsonl'], 'broken.jsonl:2: is not a case ('],
    ['a table without text', ['no-text.csv'], 'no-text.csv: has no column "text" (found: id, title).'],
    ['a broken table', ['broken.csv'], 'broken.csv:'],
    [
      'an attribute row without a case',
      ['a.txt', '--attributes', 'attributes.csv'],
      'attributes.csv:3: no case "b" for this row. Correct',
    ],
    ['attributes of nobody', ['a.txt', '--attributes', 'nameless.csv'], 'nameless.csv: has no column "id"'],
    ['a missing attribute table', ['a.txt', '--attributes', 'none.csv'], 'none.csv: no such file'],
  ])('names %s and leaves no project', async (_, args, message) => {
    const { code, out, err } = await zhagen(['import', ...args], { cwd });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^ +at /m);
    expect(readdirSync(cwd).filter((name) => name.includes('.db'))).toEqual([]);
  });

  it.each([
    [
      'codebook',
      ['--codebook', 'none-such'],
      'There is no codebook "none-such". Give a YAML file, or one of: ',
    ],
    ['codebook file', ['--codebook', 'codebook.yaml'], 'codebook.yaml:'],
    ['rule', ['--rules', 'rules.yaml'], 'rules.yaml:2: take.top '],
    ['user dictionary', ['--user-words', 'torn.txt'], 'torn.txt:1: "'],
    ['group', ['--by', 'county'], 'No case has the attribute "county" (--by).'],
    ['folder for the tables', ['--out', 'a.txt'], 'a.txt: cannot be written (ENOTDIR'],
    ['folder below a file', ['--out', 'a.txt/tables'], 'a.txt/tables: cannot be written (ENOTDIR'],
  ])('refuses to run with a bad %s before anything is saved', async (_, args, message) => {
    const { code, err } = await zhagen(['run', 'a.txt', ...args], { cwd });
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    expect(readdirSync(cwd).filter((name) => name.includes('.db'))).toEqual([]);
  });

  it('says the same in Chinese', async () => {
    const { code, err } = await zhagen(['import', 'empty.txt', '--lang', 'zh'], { cwd });
    expect([code, err]).toEqual([1, 'empty.txt：没有文字。请补全或移走。\n']);
  });
});

describe('a first import of old encodings', () => {
  it('reads GBK and UTF-16 for what they are', async () => {
    const cwd = writeFiles(folder('encodings'), { 'gbk.txt': GBK, 'utf16.txt': UTF16 });
    expect((await zhagen(['import', '.'], { cwd })).code).toBe(0);
    const shown = await zhagen(['cases', '--manifest', '--json'], { cwd });
    expect(JSON.parse(shown.out)).toMatchObject([{ encoding: 'gb18030' }, { encoding: 'utf-16le' }]);
    const gbk = await zhagen(['cases', 'show', 'gbk', '--json'], { cwd });
    expect(JSON.parse(gbk.out)).toMatchObject({ text: '扶贫车间' });
  });
});

describe('ten good files and a bad one', () => {
  it('are refused naming the bad one, or imported without it', async () => {
    const cwd = writeFiles(folder('ten'), { ...good, 'good/坏.txt': PNG });
    const refused = await zhagen(['import', 'good'], { cwd });
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(
      /^1 of 11 could not be imported, so nothing was imported\..*--skip-bad:\n {2}坏\.txt: is not a text/,
    );
    expect(readdirSync(cwd)).toEqual(['good']);

    const skipped = await zhagen(['import', 'good', '--skip-bad', '--json'], { cwd });
    expect([skipped.code, JSON.parse(skipped.out)]).toMatchObject([
      0,
      {
        added: Object.keys(good).map((name) => name.slice(5, -4)),
        skipped: [expect.stringContaining('坏.txt')],
      },
    ]);
  });
});

describe('an existing project', () => {
  it('stays as it was whatever is asked of it', async () => {
    const cwd = bad('existing');
    expect((await zhagen(['run', 'a.txt'], { cwd })).code).toBe(0);
    const db = join(cwd, 'zhagen.db');
    const before = hashOf(db);
    const asked: readonly [readonly string[], string][] = [
      [['import', 'good', 'image.txt'], '1 of 11 could not be imported'],
      [['import', 'good', '--attributes', 'attributes.csv'], 'attributes.csv:3: no case "b"'],
      [
        ['mine', '--by', 'county'],
        'No case has the attribute "county" (--by). Known: case, economic-region.',
      ],
      [['mine', '--user-words', 'torn.txt'], 'is not UTF-8; save the file again as UTF-8.'],
      [['screen', '--rules', 'broken.yaml'], 'broken.yaml:2: '],
      [['screen', '--rules', 'rules.yaml'], 'rules.yaml:2: take.top '],
      [['screen', '--rules', 'none.yaml'], 'none.yaml: no such file'],
      [
        ['code', '--codebook', 'none-such'],
        'There is no codebook "none-such". Give a YAML file, or one of: ',
      ],
      [['code', '--codebook', 'broken.yaml'], 'broken.yaml:2: '],
      [['code', '--codebook', 'codebook.yaml'], 'codebook.yaml:2: title '],
      [['tables', 'coding', '--batch', '9'], 'There is no batch "9". Known: 1'],
      [['cases', '--batch', '9'], 'There is no batch "9".'],
      [['tables', 'coding', '--by', 'province'], '--by does not apply to the table "coding".'],
      [
        ['tables', 'coding', '--codebook', 'other'],
        'The project was not coded under "other" (known: six-pillars).',
      ],
      [['cases', 'show', 'b'], 'There is no case "b". Did you mean: a?'],
      [['drop', '扶贫车问'], 'Did you mean: 扶贫车间'],
      [['drop', '扶贫车间', '--group', 'b'], 'There is no group "b". The nearest are: a'],
      [['fold', '扶贫车间'], 'zhagen fold needs two words or more'],
      [['add', '没有的词'], '"没有的词" does not occur in any case.'],
      [['add', '没有的词', '--case', 'a', '--quote', '不在文中'], 'does not contain the passage'],
      [['undo'], 'tester has no decision to take back.'],
    ];
    for (const [args, message] of asked) {
      const { code, out, err } = await zhagen(args, { cwd });
      expect([args, code, out]).toEqual([args, 1, '']);
      expect(err).toContain(message);
      expect(err).not.toMatch(/^ +at /m);
      expect(hashOf(db)).toBe(before);
    }
    expect(readdirSync(cwd).filter((name) => name.includes('.db'))).toEqual(['zhagen.db']);
  }, 60_000);

  it('of a newer version, of another program or of no program is left alone', async () => {
    const cwd = writeFiles(folder('foreign'), { 'a.txt': TEXT });
    expect((await zhagen(['import', 'a.txt'], { cwd })).code).toBe(0);
    copyFileSync(join(cwd, 'zhagen.db'), join(cwd, 'newer.db'));
    const newer = new Database(join(cwd, 'newer.db'));
    newer.pragma('user_version = 99');
    newer.close();
    const foreign = new Database(join(cwd, 'foreign.db'));
    foreign.exec('CREATE TABLE note (text)');
    foreign.close();
    const bytes = (name: string) => readFileSync(join(cwd, name)).toString('latin1');
    const known = readdirSync('src/store/migrations').length;
    for (const [db, message] of [
      [
        'newer.db',
        `newer.db: was written by a newer zhagen (version 99 of the file, this one knows ${known}). Update`,
      ],
      ['foreign.db', 'foreign.db: is not a zhagen project. It was not changed; name another file with --db.'],
      ['a.txt', 'a.txt: is not a zhagen project.'],
      ['none.db', 'none.db: there is no project here. Start one: zhagen import <folder> --db none.db'],
    ] as const) {
      const before = db === 'none.db' ? '' : bytes(db);
      for (const args of [['mine'], ['cases'], ...(db === 'none.db' ? [] : [['import', 'a.txt']])]) {
        const { code, out, err } = await zhagen([...args, '--db', db], { cwd });
        expect([args, code, out, err]).toEqual([args, 1, '', expect.stringContaining(message)]);
      }
      if (db !== 'none.db') expect(bytes(db)).toBe(before);
    }
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'foreign.db', 'newer.db', 'zhagen.db']);
  });
});
