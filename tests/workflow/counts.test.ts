import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type CountingStep, countingSteps } from '../../src/engine/counting-steps.js';
import { spillToFolder } from '../../src/engine/spill.js';
import type { NewWord } from '../../src/model/new-word.js';
import { openSegmenter } from '../../src/stages/segment/jieba.js';
import { countInFiles } from '../../src/workflow/count-filter.js';
import { discoverInFiles } from '../../src/workflow/discover-filter.js';
import { discoverInCounts } from '../../src/workflow/discover-in-counts.js';
import { mergeCountsOfFiles } from '../../src/workflow/merge-counts.js';
import { CORPUS, makeFolder } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const KIND = { maxLength: 8, toolVersion: '0.1.0' };
const FLAGS = { minFrequency: 3, maxLength: 8 } as const;
const reports = readdirSync(CORPUS)
  .sort()
  .filter((_, index) => index % 4 === 0)
  .map((name) => join(CORPUS, name));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

/** Texts as one file of cases. */
function cases(name: string, texts: readonly string[]): string {
  return file(
    `${name}.jsonl`,
    texts.map((text, id) => `${JSON.stringify({ id: `${id}`, text })}\n`).join(''),
  );
}

async function count(files: readonly string[], options = {}): Promise<string> {
  const lines: Uint8Array[] = [];
  for await (const some of countInFiles({ ...KIND, files, clean: false, ...options }))
    lines.push(Buffer.from(some));
  return Buffer.concat(lines).toString();
}

async function merge(...files: readonly string[]): Promise<string> {
  let lines = '';
  for await (const some of mergeCountsOfFiles(files)) lines += some;
  return lines;
}

async function wordsOf(words: AsyncIterable<NewWord>): Promise<NewWord[]> {
  const found: NewWord[] = [];
  for await (const word of words) found.push(word);
  return found;
}

const all = await count(reports);
const ofAll = file('all.counts', all);
const thirds = await Promise.all(
  [0, 1, 2].map(async (rest) => {
    const part = reports.filter((_, index) => index % 3 === rest);
    return file(`third-${rest}.counts`, await count(part));
  }),
);
const [a, b, c] = thirds as [string, string, string];

describe('counts of the parts of a corpus', () => {
  it('are merged into those of the corpus, in any order and grouping', async () => {
    expect(await merge(a, b, c)).toBe(all);
    expect(await merge(c, file('ab.counts', await merge(b, a)))).toBe(all);
    expect(await merge(ofAll)).toBe(all);
  });

  it('may stand in one file that something else sorted', async () => {
    const lines = thirds.flatMap((path) => readFileSync(path, 'utf8').trimEnd().split('\n'));
    const bytes = lines.map((line) => Buffer.from(`${line}\n`)).sort(Buffer.compare);
    expect(await merge(file('sorted.counts', Buffer.concat(bytes)))).toBe(all);
  });

  it('of any texts, some of them without Chinese, are those of all, to the byte', async () => {
    const text = fc
      .array(fc.constantFrom('扶贫', '产业园', '，', '\n', '𠮷', '3个', 'EPC', '😀', '豈'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 6 }), fc.nat(6), async (texts, at) => {
        const parts = [
          file('one.counts', await count([cases('one', ['路', ...texts.slice(0, at)])])),
          file('two.counts', await count([cases('two', ['', ...texts.slice(at)])])),
        ];
        const whole = await count([cases('whole', ['路', ...texts, ''])]);
        expect(await merge(...parts)).toBe(whole);
        expect(await merge(...parts.toReversed())).toBe(whole);
      }),
      { numRuns: 12 },
    );
  });

  it('of texts without Chinese add nothing but their number', async () => {
    const none = await count([file('latin.txt', 'no Han here')]);
    expect(none.split('\n')).toEqual([all.split('\n')[0], '*\t0\t1\t0\t0\t0\t0\t0\t0\t\t', '']);
    const merged = (await merge(file('none.counts', none), a)).split('\n');
    expect(merged[1]).toMatch(/^\*\t\d+\t5\t/);
    expect(merged.slice(2)).toEqual(readFileSync(a, 'utf8').split('\n').slice(2));
  });

  it('are the same when somebody else takes each step, from last to first', async () => {
    const texts = reports.map((path) => readFileSync(path, 'utf8'));
    const disk = join(folder.path, 'spill');
    mkdirSync(disk);
    const take = (step: CountingStep) => countingSteps(disk, spillToFolder(disk), openSegmenter(), 8)(step);
    const end = texts[0]?.indexOf('\n', 500) as number;
    const pieces = [
      { text: texts[0]?.slice(0, end) as string, begins: true },
      { text: texts[0]?.slice(end + 1) as string, begins: false },
      ...texts.slice(1).map((text) => ({ text, begins: true })),
    ];
    const parts = pieces.length;
    for (const [part, piece] of [...pieces.entries()].toReversed())
      take({ kind: 'encode', part, pieces: [piece] });
    take({ kind: 'count', bucket: 0, parts });
    expect(readFileSync(join(disk, 'lines-0'), 'utf8')).toBe(all.split('\n').slice(2).join('\n'));
  });
});

describe('words discovered in counts', () => {
  it.each(['words', 'phrases', 'both'] as const)('are those of the texts: %s', async (profile) => {
    const found = await wordsOf(discoverInFiles({ ...FLAGS, profile, files: reports, clean: false }));
    expect(found.length).toBeGreaterThan(20);
    expect(await wordsOf(discoverInCounts({ ...FLAGS, profile, files: thirds }))).toEqual(found);
  });

  it('heed the vocabulary, a shorter length and how many are wanted', async () => {
    const rejectWords = file('reject.txt', '扶贫产业园\n');
    const flags = { profile: 'both', minFrequency: 2, maxLength: 5, top: 40, rejectWords } as const;
    const found = await wordsOf(discoverInFiles({ ...flags, files: reports, clean: false }));
    expect(found).toHaveLength(40);
    expect(await wordsOf(discoverInCounts({ ...flags, files: [ofAll] }))).toEqual(found);
  });

  it('are those of any texts', async () => {
    const text = fc
      .array(fc.constantFrom('四联五防', '扶贫', '产业园', '，', '的', '在', '村里'), {
        minLength: 9,
        maxLength: 40,
      })
      .map((parts) => parts.join(''));
    const profiles = fc.constantFrom('words', 'phrases', 'both');
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), profiles, async (texts, profile) => {
        const files = [cases('any', ['路', ...texts])];
        const flags = { minFrequency: 2, maxLength: 6, profile };
        const counts = file('any.counts', await count(files, { maxLength: 7 }));
        expect(await wordsOf(discoverInCounts({ ...flags, files: [counts] }))).toEqual(
          await wordsOf(discoverInFiles({ ...flags, files, clean: false })),
        );
      }),
      { numRuns: 12 },
    );
  });

  const discover = (files: string[], options = {}) =>
    wordsOf(discoverInCounts({ ...FLAGS, profile: 'both', files, ...options }));

  it('need counts of strings that are long enough', async () => {
    await expect(discover([a], { maxLength: 9 })).rejects.toMatchObject({
      code: 'counts/too-short',
      params: { maxLength: 8, wanted: 9 },
    });
  });

  it('need counts of which no line is lost, at the end and elsewhere', async () => {
    const lines = all.split('\n');
    const cut = file('cut.counts', `${lines.slice(0, 4000).join('\n')}\n`);
    await expect(discover([cut])).rejects.toMatchObject({ code: 'counts/incomplete' });
    const lost = file('lost.counts', lines.filter((line) => !line.startsWith('扶贫\t')).join('\n'));
    await expect(discover([lost])).rejects.toMatchObject({
      code: 'counts/incomplete',
      params: { text: '扶贫' },
    });
  });

  it('need Chinese, and not more of it than tables hold', async () => {
    const none = file('no-han.counts', await count([file('none.txt', 'none')]));
    await expect(discover([none])).rejects.toMatchObject({ code: 'discover/no-han' });
    const many = `扶\t3000000000\t1\t0\t0\t0\t0\t0\t0\t|3000000000\t|3000000000`;
    const whole = `${all.split('\n')[0]}\n${many.replace('扶', '*')}\n${many}\n`;
    await expect(discover([file('many.counts', whole)])).rejects.toMatchObject({ code: 'counts/too-many' });
  });
});

describe('lines that are no counts', () => {
  const [header = '', total = '', ...strings] = all.split('\n').slice(0, 7);
  const bad = (lines: readonly string[]) => file('bad.counts', lines.map((line) => `${line}\n`).join(''));

  it.each([
    ['no header', [total], 1, 'header'],
    ['nothing', [], 1, 'header'],
    ['unsorted strings', [header, total, ...strings.toReversed()], 4, 'order'],
    ['a header among strings', [header, total, header], 3, 'columns'],
    ['a wrong number of columns', [header, total, `${strings[0]}\t1`], 3, 'columns'],
    ['a negative count', [header, total, String(strings[0]).replace(/\t\d+/, '\t-2')], 3, 'number'],
    ['a blank line', [header, '', total], 2, 'columns'],
  ])('are named: %s', async (_, lines, line, fault) => {
    const path = bad(lines);
    await expect(merge(a, path)).rejects.toMatchObject({
      code: 'counts/bad-line',
      params: { path, line, fault },
    });
  });

  it('are named where a file is cut off or is not UTF-8', async () => {
    const cut = file('cut-line.counts', all.slice(0, 2000).trimEnd());
    const line = all.slice(0, 2000).split('\n').length;
    await expect(merge(cut)).rejects.toMatchObject({ params: { path: cut, line, fault: 'unfinished' } });
    const bytes = Buffer.concat([Buffer.from(`${header}\n${total}\n`), Buffer.of(0xb7, 0xf6, 0x09, 0x0a)]);
    const gbk = file('gbk.counts', bytes);
    await expect(merge(gbk)).rejects.toMatchObject({ params: { path: gbk, line: 3, fault: 'not-utf8' } });
  });

  it('are those that were counted otherwise than the others', async () => {
    const shorter = file('shorter.counts', await count([reports[0] as string], { maxLength: 6 }));
    await expect(merge(a, shorter)).rejects.toMatchObject({
      code: 'counts/different',
      params: { path: shorter, line: 1, found: 'max-length=6, zhagen=0.1.0', first: a },
    });
    const older = bad([header, header.replace('0.1.0', '0.0.9'), total]);
    await expect(merge(older)).rejects.toMatchObject({ code: 'counts/different', params: { line: 2 } });
  });

  it('are not looked for where there is no file', async () => {
    await expect(merge(a, join(folder.path, 'gone'))).rejects.toMatchObject({ code: 'import/missing-path' });
    await expect(merge(folder.path)).rejects.toMatchObject({ code: 'import/unreadable' });
  });
});
