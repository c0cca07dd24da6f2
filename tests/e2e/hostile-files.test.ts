import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { line, makePdf } from '../formats/make-pdf.js';
import { docxOf, paragraph, zipOf } from '../formats/office-zip.js';
import { SAMPLE_SHEET, withSheet } from '../formats/sample-files.js';
import { hashOf, makeProgram, writeFiles } from './program.js';

const { zhagen, folder } = makeProgram();

const TEXT = '扶贫车间带动就业，扶贫车间稳定增收。';
const NOBODY = 65534;
const ENTITIES = `<!DOCTYPE x [<!ENTITY a "账账账账账账账账账账">${[...'bcdefghij']
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)
  .join('')}]>`;

const docx = docxOf(paragraph(TEXT));
const xlsx = withSheet(strToU8(SAMPLE_SHEET));
const pdf = makePdf([{ content: line('脱贫攻坚与乡村振兴', 60, 700) }]);
const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length >> 1);
const withEntities = (xml: string) => strToU8(xml.replace('?>', `?>${ENTITIES}`));
const linked = zipSync({ 'a.txt': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] });

/** File names, what they hold, and what must be said of them. */
const HOSTILE: readonly (readonly [name: string, bytes: Uint8Array, message: string])[] = [
  ['bomb.zip', zipSync({ 'a.txt': new Uint8Array(4e7) }), 'goes beyond the limit zipRatio of 200.'],
  ['bomb.docx', zipSync({ 'word/document.xml': new Uint8Array(1.4e8) }), 'beyond the limit documentBytes'],
  ['slip.zip', zipOf({ '../../a.txt': TEXT }), 'the entry "../../a.txt" is not acceptable'],
  ['windows.zip', zipOf({ '..\\a.txt': TEXT }), 'the entry "../a.txt" is not acceptable'],
  ['linked.zip', linked, 'the entry "a.txt" is not acceptable (a symbolic link)'],
  ['cut.zip', half(zipOf({ 'a.txt': TEXT })), 'is not a valid ZIP file'],
  ['cut.docx', half(docx), 'is not a valid Word file'],
  ['cut.xlsx', half(xlsx), 'is not a valid Excel file'],
  ['cut.pdf', half(pdf), 'is not a valid PDF file'],
  ['noise.docx', Buffer.from(TEXT), 'is not a valid Word file'],
  ['noise.xlsx', Buffer.from(TEXT), 'is not a valid Excel file'],
  ['noise.pdf', Buffer.from(TEXT), 'is not a valid PDF file'],
  ['entities.xlsx', withSheet(withEntities(SAMPLE_SHEET)), 'its XML declares a document type'],
  [
    'entities.docx',
    zipOf({
      '_rels/.rels': `<?xml version="1.0"?>${ENTITIES}<Relationships/>`,
      'word/document.xml': `<?xml version="1.0"?>${ENTITIES}<w:document>&j;</w:document>`,
    }),
    'is not a valid Word file',
  ],
  ['cut.jsonl', Buffer.from(`{"text":"${TEXT}"}\n{"text":"扶`), 'cut.jsonl:2: is not a case'],
];

describe('a hostile or broken file', () => {
  let cwd = '';
  let before = '';
  beforeAll(async () => {
    cwd = writeFiles(folder('hostile'), {
      'a.txt': TEXT,
      ...Object.fromEntries(HOSTILE.map(([name, bytes]) => [name, bytes])),
    });
    expect((await zhagen(['import', 'a.txt'], { cwd })).code).toBe(0);
    before = hashOf(join(cwd, 'zhagen.db'));
  });

  it('is named with all the others, one message each, and nothing is half imported', async () => {
    const names = HOSTILE.map(([name]) => name);
    const { code, out, err } = await zhagen(['import', ...names], { cwd });
    expect([code, out]).toEqual([1, '']);
    for (const [name, , message] of HOSTILE) {
      const said = err.split('\n').filter((one) => one.trimStart().startsWith(name));
      expect(said, name).toHaveLength(1);
      expect(said[0]).toContain(message);
    }
    expect(err).not.toMatch(/^ +at /m);
    expect(hashOf(join(cwd, 'zhagen.db'))).toBe(before);
    expect(readdirSync(cwd).filter((name) => name.includes('.db'))).toEqual(['zhagen.db']);
  }, 60_000);

  it('with a cell of a gigabyte is refused unread', async () => {
    writeFileSync(join(cwd, 'cell.csv'), 'text\n"');
    truncateSync(join(cwd, 'cell.csv'), 2 ** 30);
    const started = performance.now();
    const { code, err } = await zhagen(['import', 'cell.csv'], { cwd });
    expect([code, err]).toEqual([1, expect.stringContaining('cell.csv: goes beyond the limit fileBytes of')]);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('a file that cannot be read as it is', () => {
  let writer: ChildProcess | undefined;
  afterAll(() => writer?.kill());

  it('because it is a link out of the folder is named, and not followed', async (context) => {
    context.skip(process.platform === 'win32', 'links need rights on Windows');
    const cwd = writeFiles(folder('links'), { 'cases/a.txt': TEXT, 'secret.txt': '外面的文件' });
    symlinkSync(join(cwd, 'secret.txt'), join(cwd, 'cases/b.txt'));
    const { code, err } = await zhagen(['import', 'cases'], { cwd });
    expect([code, err]).toEqual([1, expect.stringContaining('b.txt: is a symbolic link')]);
    expect(readdirSync(cwd).filter((name) => name.includes('.db'))).toEqual([]);
  });

  it('because of its permissions is named, as is a folder', async (context) => {
    context.skip(process.platform === 'win32', 'permissions are others on Windows');
    const cwd = writeFiles(folder('locked'), {
      'cases/a.txt': TEXT,
      'cases/b.txt': TEXT,
      'shut/c.txt': TEXT,
    });
    chmodSync(join(cwd, 'cases/b.txt'), 0o000);
    chmodSync(join(cwd, 'shut'), 0o000);
    chmodSync(cwd, 0o777);
    const uid = process.getuid?.() === 0 ? NOBODY : undefined;
    const start = { cwd, ...(uid === undefined ? {} : { uid }) };
    for (const [path, message] of [
      ['cases', 'b.txt: cannot be read (EACCES: permission denied)'],
      ['shut', 'shut: cannot be read (EACCES: permission denied)'],
    ] as const) {
      const { code, err } = await zhagen(['import', path], start);
      expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    }
    chmodSync(join(cwd, 'shut'), 0o755);
    expect(readdirSync(cwd).filter((name) => name.includes('.db'))).toEqual([]);
  });

  it.each([
    ['txt', 200_000],
    ['jsonl', 100],
  ] as const)('because it changes meanwhile is named: .%s', async (format, rows) => {
    const cwd = folder(`changing-${format}`);
    const path = join(cwd, `a.${format}`);
    const row = format === 'txt' ? `${TEXT}\n` : `{"text":"${TEXT}"}\n`;
    writeFileSync(path, row.repeat(rows));
    const script = `const fs = require('node:fs');
      for (let n = 0; n < 2e7; n += 1) fs.appendFileSync(${JSON.stringify(path)}, '\\n');`;
    writer = spawn(process.execPath, ['--eval', script], { stdio: 'ignore' });
    const { code, err } = await zhagen(['import', `a.${format}`], { cwd });
    writer.kill();
    expect([code, err]).toEqual([1, expect.stringContaining(`a.${format}: changed while it was read.`)]);
    expect(readdirSync(cwd).filter((name) => name.includes('.db'))).toEqual([]);
  });
});
