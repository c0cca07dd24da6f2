import { describe, expect, it } from 'vitest';
import { replaceAssignments } from '../../src/store/assignment-table.js';
import { saveCases } from '../../src/store/case-table.js';
import { appendDecision, undoLast } from '../../src/store/decision-log.js';
import { saveGeneration } from '../../src/store/generation-table.js';
import { replaceKeywords } from '../../src/store/keyword-table.js';
import { replaceMappings } from '../../src/store/mapping-table.js';
import { saveNormalizedText } from '../../src/store/normalized-text-table.js';
import { saveRun } from '../../src/store/run-table.js';
import { setSetting } from '../../src/store/setting-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import type { Store } from '../../src/store/store.js';
import { saveTaughtWords } from '../../src/store/taught-word-table.js';
import { readTerms, saveTerms, shareTerms } from '../../src/store/term-table.js';
import { replaceTokenCounts } from '../../src/store/token-count-table.js';
import {
  CLEAN_JIANGSU,
  fillProject,
  GANSU,
  JIANGSU,
  MAPPING,
  makeAssignment,
  makeCase,
  makeDecision,
  makeKeyword,
  makeRun,
  makeTerm,
  STATISTICS,
  temporaryStore,
} from './sample-project.js';

const GANSU_TERMS = { caseId: GANSU.id, version: GANSU.version };

function filled(order?: Parameters<typeof fillProject>[1]): Store {
  const store = temporaryStore();
  fillProject(store, order);
  return store;
}

describe('the state hash', () => {
  it('is the same for the same content, whatever came first', () => {
    const hash = stateHash(filled());
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(stateHash(filled((cases) => cases.toReversed()))).toBe(hash);
  });

  it('knows nothing of runs, times and the ways something came about', () => {
    const store = filled();
    const hash = stateHash(store);
    saveRun(store, { ...makeRun('b', 'mine'), time: '2030-01-01T00:00:00.000Z' });
    saveRun(store, makeRun('d', 'code'));
    saveCases(store, [{ ...GANSU, source: 'elsewhere/临夏.txt' }]);
    const decision = makeDecision(9, '张', 'drop', '就业');
    appendDecision(store, decision);
    expect(stateHash(store)).not.toBe(hash);
    undoLast(store, { ...decision, newId: () => 'f'.repeat(32) });
    expect(stateHash(store)).toBe(hash);
  });

  const changes: [string, (store: Store) => unknown][] = [
    ['setting', (store) => setSetting(store, 'language', 'en')],
    ['case', (store) => saveCases(store, [makeCase('新', '新')])],
    ['text', (store) => saveCases(store, [makeCase(GANSU.id, '改')])],
    ['title', (store) => saveCases(store, [{ ...GANSU, title: '改' }])],
    ['attribute', (store) => saveCases(store, [{ ...GANSU, attributes: { province: '青海' } }])],
    [
      'clean text',
      (store) => saveNormalizedText(store, JIANGSU.id, JIANGSU.version, { ...CLEAN_JIANGSU, steps: [] }),
    ],
    ['statistic', (store) => saveGeneration(store, 1, 'b'.repeat(16), { ...STATISTICS, documents: 3 })],
    ['generation', (store) => saveGeneration(store, 2, 'b'.repeat(16), STATISTICS)],
    [
      'term',
      (store) => saveTerms(store, { ...GANSU_TERMS, generation: 1, terms: [makeTerm(GANSU.id, '甲', 9)] }),
    ],
    [
      'term of a further generation',
      (store) => {
        saveGeneration(store, 2, 'b'.repeat(16), STATISTICS);
        saveTerms(store, { ...GANSU_TERMS, generation: 2, terms: [] });
      },
    ],
    ['taught word', (store) => saveTaughtWords(store, 1, new Map([['四联五防', 2]]))],
    ['keyword', (store) => replaceKeywords(store, [makeKeyword('甘肃', '扶贫车间', { kept: false })])],
    ['mapping', (store) => replaceMappings(store, 'six-pillars', [{ ...MAPPING, status: 'confirmed' }])],
    [
      'token count',
      (store) => replaceTokenCounts(store, 'six-pillars', [{ caseId: GANSU.id, codeId: 'x', tokens: 1 }]),
    ],
    [
      'assignment',
      (store) => replaceAssignments(store, 'six-pillars', 'rule', [makeAssignment(GANSU, 4, 8)]),
    ],
    ['verdict', (store) => appendDecision(store, makeDecision(9, '张', 'keep', '就业'))],
  ];

  it('is the same whether generations share equal terms or each has its own', () => {
    const [shared, own] = [filled(), filled()];
    for (const store of [shared, own]) saveGeneration(store, 2, 'b'.repeat(16), STATISTICS);
    shareTerms(shared, 1, 2);
    for (const { terms, ...one } of readTerms(own)) {
      saveTerms(own, { ...one, generation: 2, terms: [] });
      saveTerms(own, { ...one, generation: 2, terms });
    }
    expect(stateHash(own)).toBe(stateHash(shared));
    // Equal terms are stored once all the same.
    const listsOf = (store: Store) => store.all('SELECT DISTINCT list_no FROM mined_case').length;
    expect(listsOf(own)).toBe(listsOf(shared));
  });

  it.each(changes)('sees a changed %s', (_, change) => {
    const store = filled();
    const hash = stateHash(store);
    change(store);
    expect(stateHash(store)).not.toBe(hash);
  });
});
