import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { generationHeads, readStatistics } from '../../src/store/generation-table.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { readTerms } from '../../src/store/term-table.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { screenKeywords } from '../../src/workflow/screen-keywords.js';
import { contextOf, makeFolder, statisticsOf } from '../workflow/project.js';

const folder = makeFolder();
afterAll(folder.remove);

const WORD = '晒谷坪夜话';
const TEXTS = {
  'first/a.txt': `村里办起${WORD}，${WORD}解决就业难题，农户踊跃报名。`,
  'first/b.txt': '合作社带动农户就业，农户踊跃报名。',
  'second/c.txt': `学习邻村的${WORD}，组织农户就业培训。`,
};
for (const [name, text] of Object.entries(TEXTS)) {
  mkdirSync(join(folder.path, name, '..'), { recursive: true });
  writeFileSync(join(folder.path, name), text);
}
const [first, second] = ['first', 'second'].map((name) => join(folder.path, name)) as [string, string];

function project(name: string): Context {
  const store = openStore(join(folder.path, name), { mode: 'create' });
  onTestFinished(() => store.close());
  return contextOf(store);
}

/** So rare are no words here: what is new is what people say. */
const NOTHING_NEW = { minFrequency: 999 };
const BY_READER = { coder: '左', reason: '' };

const termsOf = ({ store }: Context) => [...readTerms(store)].map(({ caseId, terms }) => [caseId, terms]);

it('a word accepted between batches is cut everywhere as if it had been known, until it is taken back', async () => {
  const context = project('batches.db');
  const { store } = context;
  await importCases(context, { paths: [first] });
  expect(await mineKeywords(context, NOTHING_NEW)).toMatchObject({ computedFor: 'first', newWords: 0 });
  await importCases(context, { paths: [second], batch: '2' });
  expect(await mineKeywords(context, {})).toMatchObject({
    computedFor: 'cases',
    casesMined: ['c'],
    casesAgain: [],
  });
  await screenKeywords(context, {});
  const before = stateHash(store);

  await decide(context, { ...BY_READER, kind: 'add', words: [WORD] });
  const report = await mineKeywords(context, {});
  expect(report).toMatchObject({
    computed: false,
    casesMined: [],
    casesAgain: ['a', 'c'],
    changedWords: [{ word: WORD, change: 'accepted', cases: 2 }],
  });
  expect(report.rankChanges).toContainEqual({ group: 'a', word: WORD, before: null, after: 1 });
  expect(report.rankChanges.map(({ group }) => group)).not.toContain('b');
  expect(await mineKeywords(context, {})).toMatchObject({ casesAgain: [], rankChanges: [] });
  // It occurs in one case of the first generation, and in two of the second.
  expect(
    generationHeads(store).map((head) => readStatistics(store, head).documentFrequency.get(WORD)),
  ).toEqual([1, 2]);

  const inOne = project('one.db');
  const userWords = join(folder.path, 'user.txt');
  writeFileSync(userWords, `${WORD} n_new\n`);
  await importCases(inOne, { paths: [first, second] });
  await mineKeywords(inOne, { ...NOTHING_NEW, userWords });
  expect(termsOf(context)).toEqual(termsOf(inOne));

  await undo(context, BY_READER);
  expect(await mineKeywords(context, {})).toMatchObject({
    casesMined: [],
    casesAgain: ['a', 'c'],
    changedWords: [{ word: WORD, change: 'withdrawn', cases: 2 }],
  });
  await screenKeywords(context, {});
  expect(stateHash(store)).toBe(before);

  await decide(context, { ...BY_READER, kind: 'keep', words: ['就业'] });
  expect(await mineKeywords(context, {})).toMatchObject({ casesMined: [], casesAgain: [] });
});

it('a word taken back that a later batch discovers is a word there, and none in the groups that stay', async () => {
  const context = project('taken-back.db');
  const { store } = context;
  const [early, late] = ['early', 'late'].map((name) => join(folder.path, name)) as [string, string];
  for (const path of [early, late]) mkdirSync(path);
  const word = '竹荪驿站';
  writeFileSync(join(early, 'a.txt'), `村里办起了${word}，农户就业。`);
  const sentence = `村里办起了${word}，${word}请了老人，他们也都夸${word}好，外村人常来${word}。`;
  writeFileSync(join(late, 'b.txt'), sentence.repeat(2));
  await importCases(context, { paths: [early] });
  await mineKeywords(context, {});
  await screenKeywords(context, {});
  await decide(context, { ...BY_READER, kind: 'add', words: [word] });
  expect((await mineKeywords(context, {})).casesAgain).toEqual(['a']);
  await undo(context, BY_READER);
  await importCases(context, { paths: [late], batch: '2' });
  const report = await mineKeywords(context, {});
  expect(report).toMatchObject({
    computedFor: 'cases',
    casesAgain: ['a'],
    changedWords: [{ word, change: 'withdrawn', cases: 1 }],
  });
  const wordsUnder = (generation: number) =>
    [...readTerms(store, new Map([['a', generation]]))].flatMap(({ terms }) =>
      terms.map((term) => term.word),
    );
  expect([wordsUnder(1).includes(word), wordsUnder(2).includes(word)]).toEqual([false, true]);
  const newest = generationHeads(store).at(-1);
  expect(newest && readStatistics(store, newest).documentFrequency.get(word)).toBe(2);
});

it('a discovered verb that people keep stays a verb, and no case is cut again for it', async () => {
  const context = project('verb.db');
  const path = join(folder.path, 'verbs');
  mkdirSync(path);
  const sentences = ['老人的家，逐户走访。', '外出的人，逐户走访。', '如今能逐户走访，农户高兴。'];
  writeFileSync(join(path, 'd.txt'), sentences.join('').repeat(2));
  await importCases(context, { paths: [path] });
  await mineKeywords(context, { minFrequency: 2 });
  const verbs = statisticsOf(context.store)?.newWords.filter(({ pos }) => pos === 'v_new') ?? [];
  expect(verbs.length).toBeGreaterThan(0);
  await screenKeywords(context, {});
  const word = verbs[0]?.word ?? '';
  await decide(context, { ...BY_READER, kind: 'keep', words: [word] });
  const before = termsOf(context);
  expect(await mineKeywords(context, {})).toMatchObject({ casesAgain: [], changedWords: [] });
  expect(termsOf(context)).toEqual(before);
});
