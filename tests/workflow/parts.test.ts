import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { PartCommand } from '../../src/model/part.js';
import { codeFiles } from '../../src/workflow/code-files.js';
import { discoverInFiles } from '../../src/workflow/discover-filter.js';
import { keywordsOfLines } from '../../src/workflow/keywords-filter.js';
import { mergeParts } from '../../src/workflow/parts/merge-parts.js';
import type { PartFlags } from '../../src/workflow/parts/part-flags.js';
import { writePart } from '../../src/workflow/parts/write-part.js';
import { termsOfFiles, wordsOfFiles } from '../../src/workflow/terms-filter.js';
import { CORPUS, makeFolder } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const reports = readdirSync(CORPUS).sort().slice(0, 12);
const texts = reports.map((name) => readFileSync(join(CORPUS, name), 'utf8'));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

const rows = texts.map((text, i) => ({ id: reports[i], title: `标题${i}`, text }));
const jsonl = file('cases.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = file(
  'table.csv',
  ['id,title,text', ...rows.map(({ id, title, text }) => [`t${id}`, title, quoted(text)].join(','))].join(
    '\n',
  ),
);
const plain = file('plain.txt', texts[0] ?? '');
const corpus = [jsonl, csv, plain];

async function rowsOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

let made = 0;
async function partsOf(command: PartCommand, of: number, paths: readonly string[], flags: PartFlags = {}) {
  made += 1;
  const files: string[] = [];
  for (let part = 1; part <= of; part += 1) {
    const out = join(folder.path, `${made}-${part}.part`);
    await writePart({ command, share: { part, of }, paths, out, flags });
    files.push(out);
  }
  return files;
}

async function merged(files: readonly string[], flags: PartFlags = {}) {
  const result = await mergeParts({ files, flags });
  if (result.command === 'terms') return (await rowsOf(result.lines)).join('');
  return rowsOf<unknown>(result.command === 'discover' ? result.words : result.rows);
}

const discovering = { profile: 'both', minFrequency: 3, maxLength: 8 } as const;

describe('the parts of a corpus', () => {
  it.each([1, 3, 20])('give together, in any order, what discover gives at once: %d', async (of) => {
    const parts = await partsOf('discover', of, corpus, { clean: true });
    const whole = await rowsOf(discoverInFiles({ files: corpus, clean: true, ...discovering }));
    expect(whole.length).toBeGreaterThan(50);
    expect(await merged(parts.reverse())).toEqual(whole);
  });

  it('let any frequency, length and words be chosen when they are merged', async () => {
    const parts = await partsOf('discover', 3, corpus);
    const rejectWords = file('no.txt', '扶贫车间\n');
    const flags = { minFrequency: 2, maxLength: 5, profile: 'words', top: 40, rejectWords } as const;
    const whole = await rowsOf(discoverInFiles({ files: corpus, clean: false, ...flags }));
    expect(await merged(parts, flags)).toEqual(whole);
  });

  it('know the flags that they were made with, also the words of a list', async () => {
    const rejectWords = file('not.txt', '扶贫车间\n易地搬迁\n');
    const flags = { minFrequency: 2, top: 30, rejectWords } as const;
    const parts = await partsOf('discover', 2, corpus, flags);
    const whole = await rowsOf(discoverInFiles({ files: corpus, clean: false, ...discovering, ...flags }));
    expect(await merged(parts)).toEqual(whole);
  });

  it.each(['shipped', 'corpus'] as const)('give what keywords gives, frequencies: %s', async (idf) => {
    const parts = await partsOf('keywords', 4, corpus, { idf, top: 6 });
    const whole = await rowsOf(keywordsOfLines({ files: corpus, idf, top: 6, clean: false }));
    expect(whole).toHaveLength(25);
    expect(await merged(parts)).toEqual(whole);
  });

  it('count words first, so that keywords are weighed by the corpus without each part reading all of it', async () => {
    const counted = await partsOf('terms', 3, corpus, { everyWord: true });
    const words = file('words.jsonl', String(await merged(counted)));
    const { lines } = await wordsOfFiles({ files: corpus, clean: false });
    expect(readFileSync(words, 'utf8')).toBe((await rowsOf(lines)).join(''));
    const parts = await partsOf('keywords', 3, corpus, { idf: words, top: 6 });
    const whole = await rowsOf(keywordsOfLines({ files: corpus, idf: 'corpus', top: 6, clean: false }));
    expect(await merged(parts)).toEqual(whole);
    const cleaned = keywordsOfLines({ files: corpus, idf: words, top: 6, clean: true });
    await expect(rowsOf(cleaned)).rejects.toMatchObject({ code: 'statistics/other-words' });
  });

  it('give what terms gives, with the new words that it was told', async () => {
    const words = await rowsOf(discoverInFiles({ files: corpus, clean: true, ...discovering, top: 30 }));
    const newWords = file('new-words.jsonl', words.map((word) => `${JSON.stringify(word)}\n`).join(''));
    const parts = await partsOf('terms', 4, corpus, { newWords });
    const whole = (await rowsOf(termsOfFiles({ paths: corpus, newWords }))).join('');
    expect(whole.split('\n').length).toBeGreaterThan(500);
    expect(await merged(parts)).toBe(whole);
  });

  it('give what code gives, each quote at its place in the raw text', async () => {
    const parts = await partsOf('code', 4, corpus);
    const whole = await rowsOf(codeFiles({ files: corpus, codebook: 'six-pillars' }));
    expect(await merged(parts)).toEqual(whole);
    const [first] = whole;
    const raw = [...(texts[0] ?? '')];
    expect(first?.codings.length).toBeGreaterThan(5);
    for (const { start, end, quote } of first?.codings ?? []) {
      expect(raw.slice(start, end).join('')).toBe(quote);
    }
  });

  it('are the same bytes however often they are made and by how many workers', async () => {
    const [one] = await partsOf('discover', 2, corpus);
    const out = join(folder.path, 'again.part');
    await writePart({
      command: 'discover',
      share: { part: 1, of: 2 },
      paths: [...corpus].reverse(),
      out,
      flags: {},
      workers: 1,
    });
    expect(readFileSync(out)).toEqual(readFileSync(one as string));
  });

  it('stay out of the corpus that they lie beside', async () => {
    const beside = makeFolder();
    writeFileSync(join(beside.path, 'a.txt'), texts[0] ?? '');
    writeFileSync(join(beside.path, 'b.txt'), texts[1] ?? '');
    const files = [];
    for (const part of [1, 2]) {
      const out = join(beside.path, `${part}.part`);
      files.push(out);
      await writePart({ command: 'keywords', share: { part, of: 2 }, paths: [beside.path], out, flags: {} });
    }
    expect(await merged(files)).toHaveLength(2);
    expect(readdirSync(beside.path)).toEqual(['1.part', '2.part', 'a.txt', 'b.txt']);
    beside.remove();
  });
});

describe('merging refuses', () => {
  it('what is missing, doubled, of other files, options, commands and numbers of parts', async () => {
    const [a, b, c] = (await partsOf('discover', 3, corpus)) as [string, string, string];
    await expect(merged([a, c])).rejects.toMatchObject({
      code: 'parts/missing',
      params: { missing: [2], of: 3 },
    });
    const copy = file('copy.part', readFileSync(b));
    await expect(merged([a, b, copy, c])).rejects.toMatchObject({
      code: 'parts/doubled',
      params: { part: 2 },
    });
    const other = [jsonl, csv, file('plain2.txt', texts[1] ?? '')];
    const alike = async (parts: Promise<string[]>, what: string) => {
      const [, foreign] = (await parts) as [string, string];
      await expect(merged([a, foreign, c])).rejects.toMatchObject({
        code: 'parts/foreign',
        params: { path: foreign, first: a, what },
      });
    };
    await alike(partsOf('discover', 3, other), 'corpus');
    await alike(partsOf('discover', 3, corpus, { clean: true }), 'options');
    await alike(partsOf('discover', 2, corpus), 'of');
    await alike(partsOf('keywords', 3, corpus), 'command');
    const old = readFileSync(b, 'utf8').replace(/"toolVersion":"[^"]*"/, '"toolVersion":"0.0.1"');
    await expect(merged([a, file('old.part', old), c])).rejects.toMatchObject({ code: 'parts/altered' });
  });

  it('a part that is cut anywhere, and one of which any byte was changed', async () => {
    const [part] = await partsOf('keywords', 1, [plain]);
    const bytes = readFileSync(part as string);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        await expect(merged([file('cut.part', bytes.subarray(0, at))])).rejects.toMatchObject({
          code: expect.stringMatching(/^parts\/(cut|not-a-part)$/),
        });
        const changed = Buffer.from(bytes);
        changed[at] = ((bytes[at] as number) + by) % 256;
        await expect(merged([file('changed.part', changed)])).rejects.toMatchObject({
          code: expect.stringMatching(/^parts\/(cut|not-a-part|altered)$/),
        });
      }),
      { numRuns: 60 },
    );
    await expect(
      merged([file('more.part', Buffer.concat([bytes, Buffer.from('x\n')]))]),
    ).rejects.toMatchObject({
      code: 'parts/cut',
    });
  });

  it('options that parts fix, and options of another command', async () => {
    const keywords = await partsOf('keywords', 1, [plain], { top: 5 });
    await expect(merged(keywords, { top: 6 })).rejects.toMatchObject({ code: 'parts/other-option' });
    expect(await merged(keywords, { top: 5 })).toHaveLength(1);
    await expect(merged(keywords, { minFrequency: 2 })).rejects.toMatchObject({
      code: 'parts/not-an-option',
    });
    const discovered = await partsOf('discover', 1, [plain]);
    await expect(merged(discovered, { clean: true })).rejects.toMatchObject({ code: 'parts/other-option' });
  });

  it('two cases of one id, which nobody saw who coded a part', async () => {
    const twice = file(
      'twice.jsonl',
      [rows[0], rows[1], rows[0]].map((row) => `${JSON.stringify(row)}\n`).join(''),
    );
    const parts = await partsOf('code', 3, [twice]);
    await expect(merged(parts)).rejects.toMatchObject({
      code: 'parts/doubled-case',
      params: { id: rows[0]?.id },
    });
  });
});

describe('writing a part', () => {
  it('leaves a file that is no part, and asks for a name that ends in .part', async () => {
    const request = { command: 'keywords', share: { part: 1, of: 1 }, paths: [plain], flags: {} } as const;
    const out = file('mine.part', 'my notes\n');
    await expect(writePart({ ...request, out })).rejects.toMatchObject({ code: 'parts/not-overwritten' });
    expect(readFileSync(out, 'utf8')).toBe('my notes\n');
    await expect(writePart({ ...request, out: plain })).rejects.toMatchObject({ code: 'parts/bad-name' });
    await expect(writePart({ ...request, paths: ['-'], out: 'a.part' })).rejects.toMatchObject({
      code: 'parts/standard-input',
    });
  });

  it('names file and line of what it cannot read, and leaves nothing', async () => {
    const bad = file('bad.jsonl', `${rows.map((row) => JSON.stringify(row)).join('\n')}\n{"text": \n`);
    const out = join(folder.path, 'bad.part');
    const before = readdirSync(folder.path).length;
    for (const command of ['discover', 'keywords', 'code'] as const) {
      const write = writePart({ command, share: { part: 2, of: 2 }, paths: [bad], out, flags: {} });
      await expect(write).rejects.toMatchObject({ code: 'import/bad-record', params: { line: 13 } });
    }
    expect([existsSync(out), readdirSync(folder.path).length]).toEqual([false, before]);
  });
});
