import { expect, it, vi } from 'vitest';
import { groupCases } from '../../src/project/group-cases.js';
import { countCandidates } from '../../src/project/rank-candidates.js';
import { findGenerations } from '../../src/project/ranked-groups.js';
import { saveCases } from '../../src/store/case-table.js';
import { markDerived, SCREENING } from '../../src/store/derivation-table.js';
import { saveGeneration } from '../../src/store/generation-table.js';
import { saveRun } from '../../src/store/run-table.js';
import { saveTerms } from '../../src/store/term-table.js';
import { makeCase, makeRun, makeTerm, STATISTICS, temporaryStore } from '../store/sample-project.js';
import { codedProject } from './coded-project.js';
import { copyProject, rowsOf } from './project.js';

const project = await codedProject('JX', 'GZ');

/** A project of so many cases, two words in each, every case in a province of its own but the last two. */
function minedProject(cases: number) {
  const store = temporaryStore();
  store.transaction(() => {
    saveRun(store, makeRun('a', 'mine'));
    for (const number of [1, 2]) saveGeneration(store, number, 'a'.repeat(16), STATISTICS);
    for (let n = 1; n <= cases; n += 1) {
      const province = `省${Math.min(n, cases - 1)}`;
      const one = makeCase(`c${n}`, `第${n}例`, { attributes: { province } });
      saveCases(store, [one]);
      const terms = [makeTerm(one.id, '共有'), makeTerm(one.id, `独有${n}`)];
      const isLast = n === cases;
      for (const generation of isLast ? [2] : [1, 2]) {
        saveTerms(store, { caseId: one.id, version: one.version, generation, terms });
      }
    }
  });
  return store;
}

it('a group of cases with different generations takes the newest, the others keep theirs', () => {
  const store = minedProject(4);
  const ranked = findGenerations(store, groupCases(store, 'province'));
  expect([...ranked].map(([group, { generation, ofCases }]) => [group, generation.number, ofCases])).toEqual([
    ['省1', 1, [1]],
    ['省2', 1, [1]],
    ['省3', 2, [1, 2]],
  ]);
  // Two words in a group of one case, three in that of two.
  expect(countCandidates(store, ranked, 20)).toBe(2 + 2 + 3);
  expect(countCandidates(store, ranked, 1)).toBe(3);
});

it('grouping cases and counting candidates take as many queries whatever the number of groups', () => {
  const queriesFor = (cases: number) => {
    const store = minedProject(cases);
    const spies = [vi.spyOn(store, 'get'), vi.spyOn(store, 'all')];
    countCandidates(store, findGenerations(store, groupCases(store, 'province')), 20);
    return spies.reduce((total, spy) => total + spy.mock.calls.length, 0);
  };
  expect(queriesFor(60)).toBe(queriesFor(5));
});

it.each([{}, { batch: '1' }, { by: 'case' }, { batch: '1', by: 'case' }])(
  'the keywords of a screened project are those that weighing all terms ranks first, by %j',
  (request) => {
    const context = copyProject(project);
    const tables = () => [rowsOf(context, 'keywords', request), rowsOf(context, 'weights', request)];
    const screened = tables();
    markDerived(context.store, SCREENING, null);
    expect(screened[0]?.length).toBeGreaterThan(8);
    expect(screened).toEqual(tables());
  },
);
