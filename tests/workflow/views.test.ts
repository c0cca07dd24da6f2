import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { compareCodes } from '../../src/workflow/compare-codes.js';
import { concordance } from '../../src/workflow/concordance.js';
import { decide } from '../../src/workflow/decide.js';
import { explainCase } from '../../src/workflow/explain-case.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { reviewPassages } from '../../src/workflow/judge-passages.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { withProject } from '../../src/workflow/open-project.js';
import { runAll } from '../../src/workflow/run-all.js';
import { suggestCodes } from '../../src/workflow/suggest.js';
import { contextOf, copyCases, copyProject, makeFolder, rewrite, rowsOf } from './project.js';

const folder = makeFolder();
const PROJECT = join(folder.path, 'project.db');
const CASES = join(folder.path, 'cases');

beforeAll(async () => {
  mkdirSync(CASES);
  const options = { mode: 'create', toolVersion: '0', progress: async () => {} } as const;
  await withProject(PROJECT, options, async (context) => {
    await runAll(context, { paths: [copyCases(CASES, 'JX01', 'JX02')], codebook: 'six-pillars' });
    const of = { coder: '李', reason: '' };
    const [word = ''] = freeWords(context.store);
    await decide(context, { kind: 'merge', words: [word, '防贫保险'], ...of });
    await reviewPassages(context, 'reject', { cases: ['JX02'], ...of });
    await decide(context, { kind: 'keep', words: [word], coder: '左', reason: '' });
  });
});
afterAll(() => folder.remove());

/** The keywords that no code took and that occur in a case. */
function freeWords(store: Store): string[] {
  const rows = rowsOf({ store }, 'raw').filter(({ kept, coreKeyword }) => kept && coreKeyword === null);
  return rows.map(({ rawKeyword }) => rawKeyword);
}

/** The word that 李 merged into a code. */
const mergedWord = (store: Store) =>
  rowsOf({ store }, 'raw', { status: 'confirmed' }).find(({ coreKeyword }) => coreKeyword === '防贫保险')
    ?.rawKeyword ?? '';

describe('the view of a coder', () => {
  it('has the terms that codes learnt from others, as proposals; blind it has not', () => {
    const { store } = copyProject(PROJECT);
    const word = mergedWord(store);
    const targets = (view: object) =>
      rowsOf({ store }, 'raw', view)
        .filter(({ rawKeyword, kept }) => rawKeyword === word && kept)
        .map(({ coreKeyword }) => coreKeyword);
    expect(new Set(targets({ view: 'coder:左' }))).toEqual(new Set(['防贫保险']));
    expect(new Set(targets({ view: 'blind', coder: '左' }))).toEqual(new Set([null]));
    const lines = (view: object) => concordance({ store }, '防贫保险', view).map(({ keyword }) => keyword);
    expect(lines({ view: 'coder:左' })).toContain(word);
    expect(lines({ view: 'blind', coder: '左' })).not.toContain(word);
    const led = (view: object) => explainCase({ store }, 'JX01', view).map(({ keyword }) => keyword);
    expect(led({})).toContain(word);
    expect(led({ view: 'blind', coder: '左' })).not.toContain(word);
  });

  it('has no passage that another coder rejected taken away', () => {
    const { store } = copyProject(PROJECT);
    const cases = (view: object) => new Set(rowsOf({ store }, 'evidence', view).map(({ caseId }) => caseId));
    expect(cases({})).toEqual(new Set(['JX01']));
    expect(cases({ view: 'coder:左' })).toEqual(new Set(['JX01', 'JX02']));
    expect(cases({ view: 'coder:李' })).toEqual(new Set(['JX01']));
    const { codeId = '' } =
      rowsOf({ store }, 'evidence', { view: 'coder:左' }).find(({ caseId }) => caseId === 'JX02') ?? {};
    const compared = (view: object) =>
      new Set(compareCodes({ store }, [codeId], view).map(({ caseId }) => caseId));
    expect(compared({}).has('JX02')).toBe(false);
    expect(compared({ view: 'coder:左' }).has('JX02')).toBe(true);
  });

  it('is named in the source of a table, and of what is mined there is but one', () => {
    const { store } = copyProject(PROJECT);
    const view = { view: 'coder:左' };
    expect(makeTable({ store }, { name: 'coding', ...view }).source.view).toEqual({
      kind: 'coder',
      coder: '左',
    });
    expect(makeTable({ store }, { name: 'keywords', ...view })).toEqual(
      makeTable({ store }, { name: 'keywords' }),
    );
  });

  it('can be read in a file that may only be read, and suggests for the words that it leaves unmapped', () => {
    const { store } = copyProject(PROJECT);
    const word = mergedWord(store);
    const reader = openStore(store.path, { mode: 'read' });
    try {
      expect(rowsOf({ store: reader }, 'coding', { view: 'coder:左' }).length).toBeGreaterThan(0);
    } finally {
      reader.close();
    }
    const words = (view?: string) =>
      suggestCodes(contextOf(store), { view, coder: '左' }).map((one) => one.word);
    expect(words()).not.toContain(word);
    expect(words('blind')).toContain(word);
  });

  it.each([
    [{ view: 'mine' }, 'view/unknown'],
    [{ view: 'coder:王' }, 'view/unknown-coder'],
    [{ view: 'coder:zhagen' }, 'view/unknown-coder'],
    [{ view: 'blind' }, 'view/blind-needs-coder'],
    [{ view: 'blind', coder: ' ' }, 'decide/coder-without-name'],
    [{ coder: '左' }, 'view/coder-elsewhere'],
  ])('asks for one that there is: %j', (view, code) => {
    const { store } = copyProject(PROJECT);
    expect(() => makeTable({ store }, { name: 'coding', ...view })).toThrow(code);
  });

  it('is refused for the verdicts of others, and where the coding is out of date', async () => {
    const context = copyProject(PROJECT);
    const { store } = context;
    const blind = { view: 'blind', coder: '左' };
    expect(() => makeTable({ store }, { name: 'contested', ...blind })).toThrow('view/compares-coders');
    rewrite(join(CASES, 'JX01.txt'), (text) => `${text}\n又及。`);
    await importCases(context, { paths: [CASES] });
    expect(() => makeTable({ store }, { name: 'coding', ...blind })).toThrow('view/out-of-date');
  });
});
