import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { defaultSteps } from '../../src/model/cleaning-step.js';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { compareCodes } from '../../src/workflow/compare-codes.js';
import { concordance } from '../../src/workflow/concordance.js';
import { decide } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { keywordsOfLines } from '../../src/workflow/keywords-filter.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { screenKeywords } from '../../src/workflow/screen-keywords.js';
import { suggestCodes } from '../../src/workflow/suggest.js';
import { contextOf, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

function file(name: string, content: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

const CASES = file(
  'cases.jsonl',
  [
    { id: '1', text: '村裏辦起扶貧車間，扶貧車間帶動就業，扶貧車間穩定增收。托育點辦起來了，托育點收費低。' },
    { id: '2', text: 'ＷＩＦＩ村通工程到村，ＷＩＦＩ村通工程到户。扶贫车间扩建了。' },
  ]
    .map((one) => JSON.stringify(one))
    .join('\n'),
);
const USER_WORDS = file('user-words.txt', '扶貧車間\nＷＩＦＩ村通工程\n托育點\n');
const RULES = file(
  'rules.yaml',
  'drop: [{ reason: 不要, words: [托育點, ＷＩＦＩ村通工程], endings: [費] }]\n' +
    'fold: { 扶貧車間: 就業車間 }\ntake: { top: 5, newWordsOnly: false }\n',
);
const CODEBOOK = file(
  'written.yaml',
  [
    'id: written',
    'title: { zh: 试用, en: Trial }',
    'version: "1"',
    'source: 自编',
    'levels: [{ id: open, name: { zh: 开放式编码, en: Open code } }]',
    'codes:',
    '  - id: shop',
    '    label: { zh: 就業車間, en: shop }',
    '    level: open',
    '    definition: 车间。',
    '    terms: [扶貧車間]',
    '    rules: [{ any: [托育點*收費] }]',
  ].join('\n'),
);

let projects = 0;

function newProject(): Context {
  const store = openStore(join(folder.path, `${++projects}.db`), { mode: 'create' });
  onTestFinished(() => store.close());
  return contextOf(store);
}

async function simplifiedProject(): Promise<Context> {
  const context = newProject();
  const steps = [...defaultSteps, 'simplify'] as const;
  await importCases(context, { paths: [CASES], steps });
  await mineKeywords(context, { userWords: USER_WORDS, minFrequency: 2 });
  return context;
}

describe('what people write in traditional or wide characters in a project that simplifies', () => {
  it('acts in rules of screening, user words and codebooks as if it was written plainly', async () => {
    const context = await simplifiedProject();
    await screenKeywords(context, { rules: RULES });
    await codeCases(context, { codebook: CODEBOOK });
    const screened = rowsOf(context, 'raw').map(({ rawKeyword, reason }) => `${rawKeyword} ${reason}`);
    expect(screened).toEqual(
      expect.arrayContaining([
        '托育点 rule-drop: 不要',
        'WIFI村通工程 rule-drop: 不要',
        '收费 rule-drop: 不要',
        '扶贫车间 rule-fold: 就业车间',
      ]),
    );
    expect(rowsOf(context, 'evidence').map(({ caseId, code, sentence }) => [caseId, code, sentence])).toEqual(
      [
        ['1', '就业车间', 1],
        ['1', '就业车间', 2],
        ['2', '就业车间', 2],
      ],
    );
  });

  it('names the same words in decisions, queries, comparisons and suggestions', async () => {
    const context = await simplifiedProject();
    await codeCases(context, { codebook: CODEBOOK });
    const say = { coder: '左', reason: '' };
    await decide(context, { ...say, kind: 'drop', words: ['托育點'] });
    await decide(context, { ...say, kind: 'drop', words: ['ＷＩＦＩ村通工程'], group: '２ ' });
    const decided = rowsOf(context, 'raw').filter(({ decisionId }) => decisionId !== null);
    expect(decided.map(({ rawKeyword, caseId }) => [rawKeyword, caseId])).toEqual([
      ['托育点', '1'],
      ['WIFI村通工程', '2'],
    ]);
    expect(concordance(context, '扶貧車間')).toHaveLength(4);
    expect(concordance(context, '托育點')).toHaveLength(2);
    expect(compareCodes(context, ['就業車間'])).toHaveLength(3);
    expect(suggestCodes(context, { words: ['托育點'] }).map(({ word }) => word)).toEqual(['托育点']);
  });
});

it('a project that does not simplify leaves traditional words as they are', async () => {
  const context = newProject();
  await importCases(context, { paths: [CASES] });
  expect(concordance(context, '扶貧車間')).toHaveLength(3);
  expect(concordance(context, '扶贫车间')).toHaveLength(1);
});

it.each([true, false])(
  'the filter keywords finds words in the form of clean texts, clean: %s',
  async (clean) => {
    const lines = [];
    const options = { files: [CASES], top: 3, idf: 'shipped', clean } as const;
    for await (const line of keywordsOfLines({ ...options, userWords: USER_WORDS })) lines.push(line);
    expect(lines[1]?.keywords[0]).toMatchObject({ word: 'WIFI村通工程', frequency: 2 });
  },
);
