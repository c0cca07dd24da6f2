import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFiles } from '../../src/sources/find-files.js';
import { openCaseReader } from '../../src/sources/read-case-file.js';
import type { ReadCase } from '../../src/sources/stream-case-file.js';
import type { Generation } from '../../src/store/generation-table.js';
import { openStore } from '../../src/store/open.js';
import { discoverInFiles } from '../../src/workflow/discover-filter.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import {
  addStatistics,
  type TermsOptions,
  termsOfCases,
  termsOfFiles,
} from '../../src/workflow/terms-filter.js';
import { rejectionOf } from '../formats/rejection.js';
import { CORPUS, contextOf, makeFolder, statisticsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const file = (name: string, content: string) => {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
};

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

const terms = (paths: readonly string[], options: TermsOptions = {}) =>
  textOf(termsOfFiles({ paths, ...options }));

const add = (...texts: readonly string[]) =>
  textOf(
    addStatistics(
      texts.map((text, index) => ({ path: `${index}`, chunks: Readable.from([Buffer.from(text)]) })),
    ),
  );

let mined: Generation;
let newWords: string;

beforeAll(async () => {
  const store = openStore(join(folder.path, 'mined.db'), { mode: 'create' });
  await importCases(contextOf(store), { paths: [CORPUS] });
  await mineKeywords(contextOf(store), {});
  mined = statisticsOf(store) as Generation;
  store.close();
  newWords = file('new.jsonl', mined.newWords.map((word) => JSON.stringify(word)).join('\n'));
}, 60_000);

describe('the terms of cases', () => {
  it('are those that mining counts', { timeout: 60_000 }, async () => {
    const text = await terms([CORPUS], { newWords });
    const [head, ...lines] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head).toMatchObject({ documents: mined.documents, newWords: mined.newWords.length });
    expect(lines.slice(0, head.newWords)).toEqual(mined.newWords);
    const counted = new Map(lines.slice(head.newWords, -1).map(({ word, cases }) => [word, cases]));
    expect(counted).toEqual(mined.documentFrequency);
  });

  it('are counted in child processes where the cases are many', { timeout: 120_000 }, async () => {
    const texts = findFiles([CORPUS]).map(({ path }) => readFileSync(path, 'utf8'));
    const rows = Array.from({ length: 6 }, () => texts).flat();
    const many = file('many.jsonl', rows.map((text, id) => JSON.stringify({ id: `${id}`, text })).join('\n'));
    const counted = (text: string) =>
      new Map(
        [...text.matchAll(/\{"word":"(.+)","cases":(\d+)\}/g)].map(([, word, cases]) => [
          word,
          Number(cases),
        ]),
      );
    const few = counted(await terms([CORPUS], { newWords }));
    const text = await terms([many], { newWords });
    expect(counted(text)).toEqual(new Map([...few].map(([word, cases]) => [word, 6 * cases])));
    expect(await terms([many], { newWords, workers: 1 })).toBe(text);
  });

  it('of parts add up to those of all, in any order and grouping', { timeout: 60_000 }, async () => {
    const read: ReadCase[] = [];
    const reader = openCaseReader({});
    for (const found of findFiles([CORPUS])) for await (const one of reader.readCases(found)) read.push(one);
    reader.close();
    const some = [read.slice(0, 9), read.slice(9, 10), [], read.slice(10)];
    const ofCases = (cases: readonly ReadCase[]) =>
      textOf(
        termsOfCases(
          (async function* () {
            yield* cases;
          })(),
          { newWords },
        ),
      );
    const [a = '', b = '', none = '', c = ''] = await Promise.all(some.map(ofCases));
    const all = await terms([CORPUS], { newWords });
    expect(await add(a, b, none, c)).toBe(all);
    expect(await add(c, await add(b, a))).toBe(all);
  });

  it('are the same with the new words as a table', async () => {
    const words: string[] = [];
    const columns = Object.keys(mined.newWords[0] ?? {}) as (keyof (typeof mined.newWords)[0])[];
    for (const word of mined.newWords) words.push(columns.map((column) => word[column]).join('\t'));
    const table = file('new.tsv', [columns.join('\t'), ...words].join('\r\n'));
    const path = file('one.txt', readFileSync(findFiles([CORPUS])[0]?.path as string, 'utf8'));
    expect(await terms([path], { newWords: table })).toBe(await terms([path], { newWords }));
  });

  it('taken with other words do not add up', async () => {
    const path = file('two.txt', '扶贫产业园带动农户。');
    const plain = await terms([path]);
    expect(await rejectionOf(add(plain, await terms([path], { newWords })))).toMatchObject({
      code: 'statistics/different',
      params: { path: '1', first: '0' },
    });
    const stopWords = file('stop.txt', '农户\n');
    const stopped = await terms([path], { stopWords });
    expect(stopped).not.toContain('农户');
    expect((await rejectionOf(add(plain, stopped))).code).toBe('statistics/different');
  });

  it('with a faulty new word or an empty case are refused, each by its place', async () => {
    const path = file('three.txt', '扶贫。');
    const faulty = file('faulty.jsonl', `${JSON.stringify(mined.newWords[0])}\n{"word":"扶贫"}\n`);
    expect(await rejectionOf(terms([path], { newWords: faulty }))).toMatchObject({
      code: 'import/bad-record',
      params: { path: faulty, line: 2 },
    });
    expect(await rejectionOf(terms([file('empty.txt', ' \n')]))).toMatchObject({
      code: 'import/empty-file',
      params: { path: 'empty.txt' },
    });
  });

  it('take as new words what discover finds', async () => {
    const path = file(
      'four.txt',
      '晒谷坪夜话在晒谷坪开讲。晒谷坪夜话是新做法。晒谷坪夜话受欢迎。晒谷坪热闹。'.repeat(3),
    );
    const found: string[] = [];
    const options = { profile: 'both', minFrequency: 3, maxLength: 8 } as const;
    for await (const word of discoverInFiles({ files: [path], clean: true, ...options })) {
      found.push(JSON.stringify(word));
    }
    const text = await terms([path], { newWords: file('found.jsonl', found.join('\n')) });
    expect(text).toContain('{"word":"晒谷坪夜话","cases":1}');
  });
});
