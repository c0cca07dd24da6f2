import { describe, expect, it } from 'vitest';
import { recordDecisions, recordUndo } from '../../src/project/record-decisions.js';
import { saveCases } from '../../src/store/case-table.js';
import { replaceCodedPassages } from '../../src/store/coded-passage-table.js';

import { saveGeneration } from '../../src/store/generation-table.js';
import { replaceKeywords } from '../../src/store/keyword-table.js';
import { replaceMappings } from '../../src/store/mapping-table.js';
import { saveNormalizedText } from '../../src/store/normalized-text-table.js';
import { openRegions } from '../../src/store/region-table.js';
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
  fillUpTo,
  GANSU,
  JIANGSU,
  MAPPING,
  makeCase,
  makeCodedPassage,
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
    recordDecisions(store, [decision]);
    expect(stateHash(store)).not.toBe(hash);
    recordUndo(store, { ...decision, newId: () => 'f'.repeat(32) });
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
    [
      'region',
      (store) => openRegions(store, GANSU.id, GANSU.version).add([{ kind: 'note', start: 0, end: 2 }]),
    ],
    [
      'set of counted regions',
      (store) =>
        openRegions(store, GANSU.id, GANSU.version).close({
          characters: 27,
          counted: ['body'],
          isFromPlainText: false,
        }),
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
      (store) => replaceCodedPassages(store, 'six-pillars', 'rule', [makeCodedPassage(GANSU, 4, 8)]),
    ],
    ['verdict', (store) => recordDecisions(store, [makeDecision(9, '张', 'keep', '就业')])],
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

/** What the hash leaves out, and why; `*` stands for all columns of a table. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'run.*': 'how something came about: ids, options and times of runs',
  'case_set.*': 'which case versions runs saw',
  'indexed_text.*': 'derived from the counted texts; a text that is not indexed is read instead',
  'character_places.*': 'derived from the counted texts',
  'case_sentences.*': 'derived from the texts; what is missing is computed when it is read',
  'decision.*': 'the log; what it leaves in force are the verdicts',
  'standing_decision.*': 'which entries of the log stand',
  'decision_subject.*': 'an index of the log',
  'revision.*': 'how often a project changed',
  'coder.*': 'who is named in the log',
  'judgement.time': 'a time',
  'ranking.*': 'computed from terms and statistics',
  'parsed_content.*': 'contents as they read',
  'seal.*': 'hashes of the rows',
  'tag.*': 'names of states of the project, with their hashes: who gives one says nothing else',
  'basis.*': 'counts changes',
  'derivation.*': 'how something came about: what is derived from which state',
  'read_word.case_no': 'a row number',
  'passage_verdict.time': 'a time',
  'memo.id': 'a random id',
  'memo_place.memo_id': 'a random id',
  'sentence_adjudication.settles': 'random ids',
  'project_case.case_no': 'a row number',
  'case_version.version_no': 'a row number',
  'case_version.source': 'a path',
  'word.word_no': 'a row number',
  'content.kind': 'what a content is called first, of several with the same text',
  'content.name': 'what a content is called first, of several with the same text',
  'generation.run_id': 'the id of a run',
  'keyword.position': 'a row number',
  'keyword.decision_id': 'a random id',
  'mapping.decision_id': 'a random id',
  'assignment.decision_id': 'a random id',
};

it('every column of every table is in the state hash or left out by name', () => {
  const store = temporaryStore();
  fillUpTo(store);
  const columns = store.all<{ table: string; column: string }>(
    `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m JOIN pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`,
  );
  const before = stateHash(store);
  store.run('PRAGMA foreign_keys = OFF');
  store.run('PRAGMA ignore_check_constraints = ON');
  const unseen = columns.flatMap(({ table, column }) => {
    if (`${table}.*` in LEFT_OUT || `${table}.${column}` in LEFT_OUT) return [];
    expect(store.get(`SELECT 1 FROM ${table}`), `fill ${table} in sample-project.ts`).toBeDefined();
    store.run('SAVEPOINT change');
    store.run(changeOf(table, column));
    const isSeen = stateHash(store) !== before;
    store.run('ROLLBACK TO change');
    store.run('RELEASE change');
    return isSeen ? [] : [`${table}.${column}`];
  });
  expect(unseen).toEqual([]);
  const places = new Set(columns.flatMap(({ table, column }) => [`${table}.*`, `${table}.${column}`]));
  expect(Object.keys(LEFT_OUT).filter((place) => !places.has(place))).toEqual([]);
});

/** What of a column of JSON is changed. */
const IN_JSON: Readonly<Record<string, string>> = {
  verdict: 'reason',
  adjudication: 'verdict.reason',
  memo: 'text',
};

/** Another value in a column of one row. */
function changeOf(table: string, column: string): string {
  const other =
    column in IN_JSON
      ? `json_set(${column}, '$.${IN_JSON[column]}', 'x')`
      : `CASE typeof(${column}) WHEN 'text' THEN ${column} || 'x' WHEN 'null' THEN '9' ELSE ${column} + 1000 END`;
  const key = `SELECT ${column} FROM ${table} ORDER BY 1 LIMIT 1`;
  return `UPDATE ${table} SET ${column} = ${other} WHERE ${column} IS (${key})`;
}
