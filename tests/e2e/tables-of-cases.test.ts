import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../formats/encode-text.js';
import { line, makePdf } from '../formats/make-pdf.js';
import { jsonOf, makeProgram, writeFiles } from './program.js';

const { zhagen, folder } = makeProgram();

const TEXT = '扶贫车间带动就业，村里办起了夜校。';
const COLUMNS = ['--text-column', '访谈', '--title-column', '名', '--id-column', '序'];

type Sheets = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;

function workbook(sheets: Sheets, bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const made = Object.entries(sheets).map(
    ([name, rows]) => [name, utils.aoa_to_sheet(rows.map((row) => [...row]))] as const,
  );
  return write(
    { SheetNames: Object.keys(sheets), Sheets: Object.fromEntries(made) },
    { type: 'buffer', bookType },
  );
}

const HEADER = ['序', '访谈', '名', '省'];
const FILES = {
  'book.xlsx': workbook({
    江西: [HEADER, ['a1', `${TEXT}一`, '甲', '江西'], ['a2', `${TEXT}二`, '乙', '江西']],
    湖南: [HEADER, ['b1', `${TEXT}三`, '丙', '湖南']],
    汇总: [
      ['省', '数'],
      ['江西', 2],
    ],
    说明: [['由县里汇总']],
  }),
  'old.xls': workbook({ 一: [HEADER, ['c1', `${TEXT}四`, '丁', '湖北']] }, 'biff8'),
  'semicolons.csv': `序;访谈;名;省\nd1;"${TEXT}，五";戊;湖北\n`,
  'tabs.tsv': `序\t访谈\t名\t省\ne1\t${TEXT},六\t己\t湖北,武汉\n`,
  'twice.csv': `序,访谈\nf1,${TEXT}七\nf1,${TEXT}八\n`,
  'attributes.xlsx': workbook({
    说明: [['属性见第二张表']],
    属性: [
      ['id', '年份', '人数', '日期'],
      ['a1', 2020, 12, '2020-01-02'],
      ['b1', 2021, 3.5, '2020-03-04'],
      ['zz', 2021, 3, '2020-03-04'],
    ],
  }),
};

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly attributes: Readonly<Record<string, string>>;
}

describe('a table of cases', () => {
  it('is read from every format by the columns that are named, and sheets without them are told', async () => {
    const cwd = writeFiles(folder('tables'), FILES);
    const names = ['book.xlsx', 'old.xls', 'semicolons.csv', 'tabs.tsv'];
    const { code, out, err } = await zhagen(['import', ...names, ...COLUMNS], { cwd });
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(
      'book.xlsx: sheet 汇总, 说明 has no column of texts (text, 正文 …; import takes any other with --text-column)',
    );
    const cases = jsonOf<Listed[]>(await zhagen(['cases', '--json'], { cwd }));
    expect(cases.map(({ id, title, attributes }) => [id, title, attributes])).toEqual([
      ['a1', '甲', { 省: '江西' }],
      ['a2', '乙', { 省: '江西' }],
      ['b1', '丙', { 省: '湖南' }],
      ['c1', '丁', { 省: '湖北' }],
      ['d1', '戊', { 省: '湖北' }],
      ['e1', '己', { 省: '湖北,武汉' }],
    ]);
    const { cleanText } = jsonOf<{ cleanText: string }>(
      await zhagen(['cases', 'show', 'd1', '--json'], { cwd }),
    );
    expect(cleanText).toBe(`${TEXT}，五`);
  });

  it('names the columns there are when none holds texts, and an id that comes twice', async () => {
    const cwd = writeFiles(folder('no-columns'), FILES);
    const unnamed = await zhagen(['import', 'semicolons.csv'], { cwd });
    expect([unnamed.code, unnamed.err]).toEqual([
      1,
      expect.stringContaining('has no column "text" (found: 序, 访谈, 名, 省)'),
    ]);
    expect(unnamed.err).toContain('--text-column');
    const twice = await zhagen(['import', 'twice.csv', ...COLUMNS.slice(0, 2), '--id-column', '序'], { cwd });
    expect([twice.code, twice.err]).toEqual([
      1,
      expect.stringContaining('twice.csv#3: the id "f1" is already that of twice.csv#2.'),
    ]);
  });
});

describe('an attribute table', () => {
  it('in a workbook is joined, typed, overruled, and what does not match is told', async () => {
    const cwd = writeFiles(folder('attributes'), FILES);
    const args = ['import', 'book.xlsx', ...COLUMNS, '--attributes', 'attributes.xlsx'];
    const refused = await zhagen(args, { cwd });
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining('attributes.xlsx/属性:4: no case "zz"'),
    ]);
    const taken = await zhagen([...args, '--skip-bad', '--attribute-type', '年份=category'], { cwd });
    expect(taken.code).toBe(0);
    expect(taken.err).toContain('No row of the attribute table for 1: a2');
    expect(taken.err).toContain('attributes.xlsx: sheet 说明 has no column "id" or "file"');
    const types = jsonOf<{ name: string; type: string; isGiven: boolean }[]>(
      await zhagen(['cases', '--attributes', '--json'], { cwd }),
    );
    expect(types.map(({ name, type, isGiven }) => [name, type, isGiven])).toEqual([
      ['人数', 'number', false],
      ['年份', 'category', true],
      ['日期', 'date', false],
      ['省', 'text', false],
      ['economic-region', 'category', false],
    ]);
    const { err } = await zhagen([...args, '--skip-bad', '--attribute-type', '县=text'], { cwd });
    expect(err).toContain('--attribute-type 县: no case has this attribute. Known: 人数, 年份, 日期, 省.');
  });
});

describe('the manifest', () => {
  it('records the encoding that was given or found', async () => {
    const traditional = '產業扶貧，鄉村振興，易地搬遷。';
    const cwd = writeFiles(folder('encodings'), {
      'big5.txt': encodeText(traditional, 'big5'),
      'gb.txt': encodeText(TEXT, 'gb18030'),
      'utf16.txt': encodeText(`\ufeff${TEXT}完`, 'utf-16le'),
    });
    for (const [name, encoding] of [
      ['big5', 'cp950'],
      ['gb', 'GBK'],
      ['utf16', 'utf-16'],
    ] as const) {
      const args = ['import', `${name}.txt`, '--db', `${name}.db`];
      const mistaken = await zhagen([...args, '--encoding', 'utf-8'], { cwd });
      expect([mistaken.code, mistaken.err]).toEqual([1, expect.stringContaining(`${name}.txt: `)]);
      expect((await zhagen([...args, '--encoding', encoding], { cwd })).code).toBe(0);
    }
    expect(
      (await zhagen(['import', 'big5.txt', 'gb.txt', 'utf16.txt', '--db', 'found.db'], { cwd })).code,
    ).toBe(0);
    for (const db of ['found.db', 'big5.db']) {
      const rows = jsonOf<{ id: string; encoding: string }[]>(
        await zhagen(['cases', '--manifest', '--json', '--db', db], { cwd }),
      );
      const used = { big5: 'big5', gb: 'gb18030', utf16: 'utf-16le' } as Record<string, string>;
      expect(rows.map(({ id, encoding }) => [id, encoding])).toEqual(rows.map(({ id }) => [id, used[id]]));
      expect(rows.length).toBe(db === 'found.db' ? 3 : 1);
    }
    const { out } = await zhagen(['cases', 'show', 'big5', '--db', 'found.db'], { cwd });
    expect(out).toBe(`${traditional}\n`);
  });

  it('names the pages of a PDF that have no text, and so does the import', async () => {
    const pages = ['第一页写着脱贫攻坚的事。', '', '第三页写着乡村振兴的事。', ''];
    const pdf = makePdf(pages.map((text) => ({ content: text && line(text, 60, 700) })));
    const cwd = writeFiles(folder('pages'), { 'scan.pdf': pdf });
    const { code, err } = await zhagen(['import', 'scan.pdf', '--lang', 'zh'], { cwd });
    expect(code).toBe(0);
    expect(err).toContain('scan.pdf：第 2、4 页没有文字（空白页或扫描图）');
    expect(err).toContain('OCR');
    const rows = jsonOf<object[]>(await zhagen(['cases', '--manifest', '--json'], { cwd }));
    expect(rows).toMatchObject([{ id: 'scan', format: 'pdf', pagesWithoutText: [2, 4] }]);
  });
});
