import { describe, expect, it } from 'vitest';
import { saveCases } from '../../src/store/case-table.js';
import { codebooksInUse, saveCodebook } from '../../src/store/codebook-table.js';
import { readStoredPassages, replaceCodedPassages } from '../../src/store/coded-passage-table.js';
import { readContent, saveContent } from '../../src/store/content-table.js';
import {
  dropUnusedGenerations,
  generationHeads,
  newestGeneration,
  readStatistics,
  saveGeneration,
} from '../../src/store/generation-table.js';
import { readKeywords, replaceKeywords } from '../../src/store/keyword-table.js';
import { readMappings, replaceMappings } from '../../src/store/mapping-table.js';
import { readNormalizedText, saveNormalizedText } from '../../src/store/normalized-text-table.js';
import { latestRun, readRuns, saveRun } from '../../src/store/run-table.js';
import { getSetting, setSetting } from '../../src/store/setting-table.js';
import { casesWithoutTerms, countCasesWithWords, isTerm } from '../../src/store/term-lists.js';
import {
  caseGenerations,
  readTerms,
  saveTerms,
  settleTerms,
  shareTerms,
} from '../../src/store/term-table.js';
import { readTokenCounts, replaceTokenCounts } from '../../src/store/token-count-table.js';
import {
  CLEAN_JIANGSU,
  GANSU,
  JIANGSU,
  MAPPING,
  makeCase,
  makeCodedPassage,
  makeKeyword,
  makeRun,
  makeTerm,
  NEW_WORD,
  STATISTICS,
  temporaryStore,
} from './sample-project.js';

describe('settings', () => {
  it('write files in Chinese until somebody says otherwise', () => {
    const store = temporaryStore();
    expect(getSetting(store, 'language')).toBe('zh');
    setSetting(store, 'language', 'en');
    setSetting(store, 'language', 'en');
    expect(getSetting(store, 'language')).toBe('en');
    expect(getSetting(store, 'groupBy')).toBeUndefined();
  });
});

describe('normalized texts', () => {
  it('come back with every origin, and the last one saved is the one', () => {
    const store = temporaryStore();
    saveCases(store, [JIANGSU]);
    saveNormalizedText(store, JIANGSU.id, JIANGSU.version, { text: '', origins: [], steps: [] });
    expect(readNormalizedText(store, JIANGSU.id, JIANGSU.version)?.text).toBe('');
    saveNormalizedText(store, JIANGSU.id, JIANGSU.version, CLEAN_JIANGSU);
    expect(readNormalizedText(store, JIANGSU.id, JIANGSU.version)).toEqual(CLEAN_JIANGSU);
    expect(readNormalizedText(store, GANSU.id, GANSU.version)).toBeUndefined();
  });

  it('refuse a version that was never saved', () => {
    expect(() => saveNormalizedText(temporaryStore(), 'x', JIANGSU.version, CLEAN_JIANGSU)).toThrow();
  });
});

describe('contents and codebooks', () => {
  it('are kept once under the sha256 of the text', () => {
    const store = temporaryStore();
    const hash = saveContent(store, 'rules', 'a.yaml', '甲\r\n');
    expect(saveContent(store, 'rules', 'b.yaml', '甲\r\n')).toBe(hash);
    expect(readContent(store, hash)).toEqual({ hash, kind: 'rules', name: 'a.yaml', text: '甲\r\n' });
    expect(readContent(store, 'none')).toBeUndefined();
  });

  it('name the content that was applied last', () => {
    const store = temporaryStore();
    const [one, two] = ['v: 1', 'v: 2'].map((text) => saveContent(store, 'codebook', 'six-pillars', text));
    saveCodebook(store, 'six-pillars', one ?? '');
    saveCodebook(store, 'linkage', one ?? '');
    saveCodebook(store, 'six-pillars', two ?? '');
    expect(codebooksInUse(store)).toEqual([
      { codebookId: 'linkage', contentHash: one },
      { codebookId: 'six-pillars', contentHash: two },
    ]);
    expect(() => saveCodebook(store, 'x', 'f'.repeat(64))).toThrow(/FOREIGN KEY/);
  });
});

describe('runs', () => {
  it('are listed in the order they were last done, whatever their times say', () => {
    const store = temporaryStore();
    saveCases(store, [JIANGSU, GANSU]);
    const first = makeRun('a', 'mine', [GANSU, JIANGSU]);
    const second = { ...makeRun('b', 'mine'), time: '1999-01-01T00:00:00.000Z' };
    for (const run of [first, second, makeRun('c', 'code')]) saveRun(store, run);
    expect(latestRun(store, 'mine')).toEqual(second);
    expect(latestRun(store, 'screen')).toBeUndefined();

    const again = { ...first, time: '2026-02-02T00:00:00.000Z', milliseconds: 3 };
    saveRun(store, again);
    expect(latestRun(store, 'mine')).toMatchObject({ id: first.id, time: again.time, milliseconds: 3 });
    expect(readRuns(store).map((run) => run.id[0])).toEqual(['b', 'c', 'a']);
    expect(readRuns(store)[2]?.cases.map((one) => one.caseId)).toEqual([JIANGSU.id, GANSU.id]);
  });
});

describe('generations of statistics', () => {
  it('come back as they were, each under its number', () => {
    const store = temporaryStore();
    expect(newestGeneration(store)).toBeUndefined();
    for (const id of ['a', 'b', 'c']) saveRun(store, makeRun(id, 'mine'));
    const first = { ...STATISTICS, documents: 1, newWords: [NEW_WORD, NEW_WORD, NEW_WORD] };
    saveGeneration(store, 1, makeRun('a', 'mine').id, first);
    saveGeneration(store, 2, makeRun('b', 'mine').id, first);
    saveGeneration(store, 2, makeRun('c', 'mine').id, STATISTICS);
    const heads = generationHeads(store);
    expect(heads).toEqual([
      { number: 1, runId: 'a'.repeat(16), documents: 1, file: null },
      { number: 2, runId: 'c'.repeat(16), documents: 2, file: null },
    ]);
    expect(heads.map((head) => readStatistics(store, head))).toEqual([first, STATISTICS]);
  });

  it('may be saved before their run, but not without it', () => {
    const store = temporaryStore();
    const run = makeRun('a', 'mine');
    expect(() => saveGeneration(store, 1, run.id, STATISTICS)).toThrow(/FOREIGN KEY/);
    expect(newestGeneration(store)).toBeUndefined();
    store.transaction(() => {
      saveGeneration(store, 1, run.id, STATISTICS);
      saveRun(store, run);
    });
    expect(newestGeneration(store)?.runId).toBe(run.id);
  });
});

describe('terms', () => {
  /** A store with two generations, Gansu and Jiangsu in it. */
  function minedStore() {
    const store = temporaryStore();
    saveCases(store, [GANSU, JIANGSU]);
    saveRun(store, makeRun('a', 'mine'));
    for (const number of [1, 2]) saveGeneration(store, number, 'a'.repeat(16), STATISTICS);
    const save = (one: typeof GANSU, generation: number, ...words: readonly string[]) =>
      saveTerms(store, {
        caseId: one.id,
        version: one.version,
        generation,
        terms: words.map((word) => makeTerm(one.id, word)),
      });
    const wordsUnder = (generation: number) =>
      [...readTerms(store, new Map([GANSU, JIANGSU].map(({ id }) => [id, generation])))].map(({ terms }) =>
        terms.map(({ word }) => word),
      );
    return { store, save, wordsUnder };
  }

  it('are read case by case, and the cases still to be mined are known', () => {
    const { store, save } = minedStore();
    save(GANSU, 1, '旧');
    save(GANSU, 1, '扶贫车间', '就业');
    const terms = [makeTerm(GANSU.id, '就业'), makeTerm(GANSU.id, '扶贫车间')];
    expect([...readTerms(store)]).toEqual([
      { caseId: GANSU.id, version: GANSU.version, generation: 1, terms },
    ]);
    expect([isTerm(store, '就业'), isTerm(store, '旧')]).toEqual([true, false]);
    expect(casesWithoutTerms(store, 1)).toEqual([{ caseId: JIANGSU.id, version: JIANGSU.version }]);
    expect(casesWithoutTerms(store, 2)).toHaveLength(2);
  });

  it('of an old version are not those of the case, under any generation', () => {
    const { store, save } = minedStore();
    for (const number of [1, 2]) save(GANSU, number, '就业');
    const changed = makeCase(GANSU.id, '改');
    saveCases(store, [changed]);
    expect([...readTerms(store)]).toEqual([]);
    expect(casesWithoutTerms(store, 1)).toHaveLength(2);
    save(changed, 2, '改');
    expect(caseGenerations(store)).toEqual(new Map([[GANSU.id, 2]]));
  });

  it('of a case are those of the generation it was ranked with, and those of the newest', () => {
    const { store, save, wordsUnder } = minedStore();
    for (const one of [GANSU, JIANGSU]) save(one, 1, '产业', '园');
    save(JIANGSU, 2, '产业园');
    shareTerms(store, 1, 2);
    expect([wordsUnder(1), wordsUnder(2)]).toEqual([
      [
        ['产业', '园'],
        ['产业', '园'],
      ],
      [['产业园'], ['产业', '园']],
    ]);
    expect(countCasesWithWords(store, 2, [GANSU.id, JIANGSU.id])).toEqual(
      new Map([
        ['产业', 1],
        ['园', 1],
        ['产业园', 1],
      ]),
    );
    settleTerms(store, 2, [JIANGSU.id]);
    expect(caseGenerations(store)).toEqual(
      new Map([
        [JIANGSU.id, 2],
        [GANSU.id, 1],
      ]),
    );
    expect(isTerm(store, '产业')).toBe(true);
    settleTerms(store, 2, [GANSU.id]);
    dropUnusedGenerations(store);
    expect(generationHeads(store).map(({ number }) => number)).toEqual([2]);
    expect(store.all('SELECT * FROM term_list')).toHaveLength(2);
    expect(store.get('SELECT count(*) AS rows FROM new_word')).toEqual({ rows: STATISTICS.newWords.length });
  });

  it('can be written while they are read', () => {
    const { store, save } = minedStore();
    for (const one of [GANSU, JIANGSU]) save(one, 1, '甲');
    for (const { caseId, version } of readTerms(store)) {
      saveTerms(store, { caseId, version, generation: 1, terms: [] });
    }
    expect([...readTerms(store)].map((one) => one.terms)).toEqual([[], []]);
  });

  it('keep their words after a rollback took new words back', () => {
    const { store, save } = minedStore();
    const failure = () =>
      store.transaction(() => {
        save(GANSU, 1, '甲', '乙');
        throw new Error('stop');
      });
    expect(failure).toThrow('stop');
    save(GANSU, 1, '丙', '甲');
    expect([...readTerms(store)][0]?.terms.map((term) => term.word)).toEqual(['丙', '甲']);
  });
});

describe('keywords and mappings', () => {
  it('are replaced as a whole', () => {
    const store = temporaryStore();
    const kept = makeKeyword('江苏', '扶贫产业园', { pos: 'n_new', weight: 12.25 });
    const dropped = makeKeyword('江苏', '脱贫攻坚', { kept: false, reason: 'rule-drop', detail: '泛词' });
    replaceKeywords(store, [dropped]);
    replaceKeywords(store, [kept, dropped]);
    expect(readKeywords(store)).toEqual([kept, dropped]);

    const free = { ...MAPPING, word: '五防机制', codeId: null, coreKeyword: null, kind: 'free' as const };
    replaceMappings(store, 'six-pillars', [MAPPING]);
    replaceMappings(store, 'six-pillars', [MAPPING, free]);
    replaceMappings(store, 'other', []);
    expect(readMappings(store, 'six-pillars')).toEqual([free, MAPPING]);
  });
});

describe('assignments', () => {
  it('of one origin are replaced, the others stay, and the filter picks', () => {
    const store = temporaryStore();
    saveCases(store, [{ ...JIANGSU, batch: '2' }, GANSU]);
    const rule = makeCodedPassage(GANSU, 4, 8);
    const late = makeCodedPassage(GANSU, 18, 22, { status: 'confirmed', cleanQuote: '扶贫车间（净）' });
    const person = makeCodedPassage(JIANGSU, 4, 9, { origin: 'person', coder: '李', keywords: [] });
    replaceCodedPassages(store, 'six-pillars', 'rule', [makeCodedPassage(GANSU, 0, 2)]);
    replaceCodedPassages(store, 'six-pillars', 'rule', [late, rule]);
    replaceCodedPassages(store, 'six-pillars', 'person', [person]);
    const read = (filter: object) => readStoredPassages(store, { codebookId: 'six-pillars', ...filter });
    expect(read({})).toEqual([person, rule, late]);
    expect(read({ coder: '李' })).toEqual([person]);
    expect(read({ batch: '1' })).toEqual([rule, late]);
    expect(read({ status: 'confirmed' })).toEqual([late]);
    expect(read({ codebookId: 'other' })).toEqual([]);
  });

  it('cannot be counted twice', () => {
    const store = temporaryStore();
    saveCases(store, [GANSU]);
    const one = makeCodedPassage(GANSU, 4, 8);
    replaceCodedPassages(store, 'six-pillars', 'rule', [one, one, { ...one, codeId: 'other' }]);
    expect(readStoredPassages(store, { codebookId: 'six-pillars' }).map(({ codeId }) => codeId)).toEqual([
      'other',
      'workshop',
    ]);
  });
});

describe('token counts', () => {
  it('are replaced per codebook', () => {
    const store = temporaryStore();
    saveCases(store, [GANSU]);
    const count = { caseId: GANSU.id, codeId: 'workshop', tokens: 2 };
    replaceTokenCounts(store, 'six-pillars', [{ ...count, codeId: 'old' }]);
    replaceTokenCounts(store, 'six-pillars', [count]);
    replaceTokenCounts(store, 'other', []);
    expect(readTokenCounts(store, 'six-pillars')).toEqual([count]);
  });
});
