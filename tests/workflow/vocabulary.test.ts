import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { readTerms } from '../../src/store/term-table.js';
import { discoverInFiles } from '../../src/workflow/discover-filter.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { contextOf, makeFolder, statisticsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const file = (name: string, content: string) => {
  writeFileSync(join(folder.path, name), content);
  return join(folder.path, name);
};

const TEXT =
  '四联五防管得住，四联五防人人夸，四联五防常更新。三变改革带动产业园，三变改革稳定增收，三变改革好。';
mkdirSync(join(folder.path, 'cases'));
const first = file('cases/a.txt', TEXT);
const second = file('b.txt', `${TEXT}人人夸产业园。`);
const userWords = file('user.txt', '人人夸 3 v\n产业园 5 n\n');
const stopWords = file('stop.txt', '三变改革\n');
const rejectWords = file('reject.txt', '三变\n');

const newWordsOf = ({ store }: Context) => statisticsOf(store)?.newWords.map(({ word }) => word);
const termsOf = ({ store }: Context, id: string) =>
  new Map(
    [...readTerms(store)]
      .filter(({ caseId }) => caseId === id)
      .flatMap(({ terms }) => terms.map((term) => [term.word, term.isNew] as const)),
  );

describe('the vocabulary of a project', () => {
  it('overrules the statistics, is kept for later batches, and is taken out again', async () => {
    const context = contextOf(openStore(join(folder.path, 'zhagen.db'), { mode: 'create' }));
    await importCases(context, { paths: [first] });
    await mineKeywords(context, {});
    expect(newWordsOf(context)).toEqual(expect.arrayContaining(['三变', '三变改革']));

    const mined = await mineKeywords(context, { userWords, stopWords, rejectWords });
    expect(mined.computed).toBe(true);
    expect(newWordsOf(context)).toEqual([]);
    const terms = termsOf(context, 'a');
    expect([terms.get('人人夸'), terms.has('产业园'), terms.has('三变改革')]).toEqual([true, true, false]);

    await importCases(context, { paths: [second], batch: '2' });
    const later = await mineKeywords(context, {});
    expect([later.computedFor, later.casesMined]).toEqual(['cases', ['b']]);
    expect([termsOf(context, 'b').get('人人夸'), termsOf(context, 'b').has('三变改革')]).toEqual([
      true,
      false,
    ]);

    expect((await mineKeywords(context, { userWords })).computed).toBe(false);
    const without = { userWords: 'none', stopWords: 'none', rejectWords: 'none' };
    expect((await mineKeywords(context, without)).computed).toBe(true);
    expect(newWordsOf(context)).toContain('三变改革');
    expect(termsOf(context, 'a').has('三变改革')).toBe(true);
    context.store.close();
  });

  it('leaves known and unwanted words out of discover', async () => {
    const options = { files: [first], profile: 'both', minFrequency: 3, maxLength: 8, clean: false } as const;
    const words = async (lists: object) => {
      const found: string[] = [];
      for await (const { word } of discoverInFiles({ ...options, ...lists })) found.push(word);
      return found;
    };
    expect(await words({})).toEqual(expect.arrayContaining(['三变', '三变改革']));
    expect(await words({ stopWords, rejectWords })).toEqual([]);
    expect(await words({ userWords: file('known.txt', '三变改革 n\n') })).not.toContain('三变改革');
  });
});
