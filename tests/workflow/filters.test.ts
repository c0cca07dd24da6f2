import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { LineKeywords } from '../../src/engine/answer-lines.js';
import type { NewWord } from '../../src/model/new-word.js';
import { type DiscoverFilterOptions, discoverInFiles } from '../../src/workflow/discover-filter.js';
import { type KeywordsFilterOptions, keywordsOfLines } from '../../src/workflow/keywords-filter.js';
import { CORPUS, makeFolder } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

async function keywords(path: string, options: Partial<KeywordsFilterOptions> = {}): Promise<LineKeywords[]> {
  const lines: LineKeywords[] = [];
  for await (const line of keywordsOfLines({
    files: [path],
    top: 5,
    idf: 'shipped',
    clean: false,
    ...options,
  })) {
    lines.push(line);
  }
  return lines;
}

const PARK = { id: 'a', title: '扶贫产业园', text: '村里建了扶贫产业园，扶贫产业园带动贫困户就业。' };
const WATER = { id: 7, text: '修了自来水厂，家家通了自来水。' };

describe('the keywords filter', () => {
  it('gives each line its keywords, whatever the other lines are', async () => {
    const both = file('both.jsonl', `${JSON.stringify(PARK)}\r\n\n${JSON.stringify(WATER)}`);
    const alone = file('alone.jsonl', `\ufeff${JSON.stringify(WATER)}\n`);
    const [park, water] = await keywords(both);
    expect(park?.id).toBe('a');
    expect(park?.keywords.map(({ word }) => word).join(' ')).toContain('产业园');
    expect(water?.id).toBe(7);
    expect([water]).toEqual(await keywords(alone));
  });

  it('knows lines without an id and a line without words', async () => {
    const path = file(
      'bare.jsonl',
      `${JSON.stringify({ text: '' })}\n${JSON.stringify({ text: WATER.text, title: null })}\n`,
    );
    const lines = await keywords(path);
    expect(lines.map(({ id }) => id)).toEqual([null, null]);
    expect(lines[0]?.keywords).toEqual([]);
  });

  it('gives no more than asked for, the heaviest first', async () => {
    const [{ keywords: found } = { keywords: [] }] = await keywords(file('top.jsonl', JSON.stringify(PARK)), {
      top: 2,
    });
    expect(found).toHaveLength(2);
    expect(found[0]?.weight).toBeGreaterThanOrEqual(found[1]?.weight ?? 0);
  });

  it('weighs by the corpus itself in two passes when asked', async () => {
    const path = file(
      'corpus.jsonl',
      [PARK, WATER, { text: '扶贫产业园旁修了路。' }].map((line) => JSON.stringify(line)).join('\n'),
    );
    const shipped = await keywords(path);
    const corpus = await keywords(path, { idf: 'corpus' });
    expect(corpus.map(({ id }) => id)).toEqual(shipped.map(({ id }) => id));
    expect(corpus).not.toEqual(shipped);
  });

  it.each([
    ['broken JSON', '{"text": "好"}\n{"text": ', 'import/bad-record', 2],
    ['a line without text', '{"id": "a"}', 'import/bad-record', 1],
  ])('names the line of %s', async (_, content, code, line) => {
    await expect(keywords(file('broken.jsonl', content))).rejects.toMatchObject({ code, params: { line } });
  });

  it('takes whatever stands in a text', async () => {
    const texts = [
      '扶',
      'no Chinese at all',
      '\ud800扶贫车间\udc00，扶贫车间',
      '👍扶贫车间👍🏽，扶贫车间',
      'EPC 扶贫车间 и ещё, 扶贫车间',
    ];
    const path = file('odd.jsonl', texts.map((text) => JSON.stringify({ text })).join('\n'));
    const found = (await keywords(path)).map((line) => line.keywords.map(({ word }) => word));
    expect(found[0]).toEqual([]);
    for (const words of found.slice(2)) expect(words).toContain('扶贫车间');
    expect(await keywords(file('empty.jsonl', '\n \n'))).toEqual([]);
  });

  it('refuses a text that is no single document any more', async () => {
    const path = file('long.jsonl', JSON.stringify({ text: '扶贫'.repeat(500_001) }));
    await expect(keywords(path)).rejects.toMatchObject({
      code: 'keywords/too-long',
      params: { line: 1, characters: 1_000_002, allowed: 1_000_000 },
    });
  });

  it('refuses what is missing and what is not UTF-8', async () => {
    await expect(keywords(join(folder.path, 'none.jsonl'))).rejects.toMatchObject({
      code: 'import/missing-path',
    });
    await expect(keywords(file('gbk.jsonl', Uint8Array.of(0xb7, 0xf6, 0xc6, 0xb6)))).rejects.toMatchObject({
      code: 'import/not-utf8',
    });
  });
});

describe('the discover filter', () => {
  const options = { profile: 'both', minFrequency: 3, maxLength: 8, clean: false } as const;
  const discovered = async (filter: DiscoverFilterOptions) => {
    const words: NewWord[] = [];
    for await (const word of discoverInFiles(filter)) words.push(word);
    return words;
  };

  it('ranks the new words of files with all their scores', async () => {
    const files = ['JX01', 'JX02', 'JX03'].map((id) => join(CORPUS, `${id}.txt`));
    const words = await discovered({ ...options, files, top: 20 });
    expect(words).toHaveLength(20);
    expect(words.map(({ word }) => word)).toContain('扶贫产业园');
    const scores = words.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { frequency, length } of words) {
      expect(frequency).toBeGreaterThanOrEqual(3);
      expect(length).toBeLessThanOrEqual(8);
    }
  });

  it('counts each row of a table of cases as a text', async () => {
    const line = (id: number) => JSON.stringify({ id: String(id), text: '四联五防管得住，四联五防人人夸。' });
    const path = file('cases.jsonl', [1, 2, 3].map(line).join('\n'));
    const found = (await discovered({ ...options, files: [path] })).find(({ word }) => word === '四联五防');
    expect(found).toMatchObject({ frequency: 6, cases: 3 });
  });

  it('takes the text as it is unless told to clean it', async () => {
    const path = file('wide.txt', '四联五\u200b防管得住，四联五\u200b防人人夸。'.repeat(3));
    const words = async (clean: boolean) =>
      (await discovered({ ...options, files: [path], clean })).map(({ word }) => word);
    expect(await words(true)).toContain('四联五防');
    expect(await words(false)).not.toContain('四联五防');
  });

  it('refuses a text without Chinese and a file that is missing', async () => {
    const latin = file('latin.txt', 'no Han here');
    await expect(discovered({ ...options, files: [latin] })).rejects.toMatchObject({
      code: 'discover/no-han',
    });
    const missing = discovered({ ...options, files: [join(folder.path, 'none.txt')] });
    await expect(missing).rejects.toMatchObject({ code: 'import/missing-path' });
  });
});
