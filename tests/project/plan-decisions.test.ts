import { expect, it } from 'vitest';
import type { Codebook } from '../../src/model/codebook.js';
import type { DecisionState } from '../../src/project/decision-state.js';
import { planCodeDecisions } from '../../src/project/plan-code-decisions.js';
import { planKeywordDecisions } from '../../src/project/plan-keyword-decisions.js';
import type { Statement } from '../../src/project/statement.js';

const CODEBOOK: Codebook = {
  id: 'small',
  title: { zh: '小', en: 'Small' },
  version: '1',
  source: '自编',
  levels: [
    { id: 'axial', name: { zh: '主轴', en: 'Axial' } },
    { id: 'open', name: { zh: '开放', en: 'Open' } },
  ],
  codes: ['jobs', 'trade'].map((id) => ({
    id,
    label: { zh: id === 'jobs' ? '就业' : '产业', en: id },
    level: id === 'jobs' ? 'axial' : 'open',
    parent: id === 'jobs' ? null : 'jobs',
    definition: id,
    include: [],
    exclude: [],
    examples: [],
    terms: [],
    weak: [],
    rules: [],
    properties: [],
  })),
} as unknown as Codebook;

/** A project of two keywords in two groups, coded under a small codebook. */
const STATE: DecisionState = {
  codebook: () => ({ base: CODEBOOK, codebook: CODEBOOK, verdicts: [] }),
  groups: () =>
    new Map([
      ['甲', ['c0']],
      ['乙', ['c1']],
    ]),
  form: (text) => text,
  isKeyword: (word) => ['车间', '网格'].includes(word),
  isTerm: () => false,
  keywords: () => new Set(['车间', '网格']),
  targets: () => [],
  isMerged: (word) => word === '网格',
  screening: (word) =>
    word === '车间'
      ? { kind: 'add', decisionId: 'd', coder: '左', reason: '', caseId: 'c0', quote: '车间里' }
      : null,
  caseIds: () => ['c0', 'c1'],
  openCase: (id) => ({ id, version: 'v' }),
  casesWith: (word) => (word === '车间' ? ['c0'] : []),
  kindsWith: () => ['references'],
  findQuote: () => null,
};

const by = { coder: '左', reason: '' };
const plan = (statement: Omit<Statement, 'coder' | 'reason'>) =>
  planCodeDecisions(STATE, { ...by, ...statement }) ?? planKeywordDecisions(STATE, { ...by, ...statement });

it('a plan says what each word of a statement leaves in force, and writes nothing', () => {
  expect(plan({ kind: 'drop', words: ['车间', '网格'], group: '乙' })).toEqual([
    { target: { type: 'keyword', group: '乙', word: '车间' } },
    { target: { type: 'keyword', group: '乙', word: '网格' } },
  ]);
  expect(plan({ kind: 'merge', words: ['网格', '产业'] })).toEqual([
    { target: { type: 'mapping', group: '*', word: '网格' }, into: '产业' },
  ]);
});

it('a plan of a keyword that a reader found keeps where it was found', () => {
  expect(plan({ kind: 'keep', words: ['车间'] })).toEqual([
    { target: { type: 'keyword', group: '*', word: '车间' }, added: true, caseId: 'c0', quote: '车间里' },
  ]);
});

it('a plan about codes changes the code and founds what is new', () => {
  expect(plan({ kind: 'rename', words: ['产业', '产业振兴'] })).toEqual([
    {
      target: { type: 'code', codebookId: 'small', codeId: 'trade' },
      into: '产业振兴',
      code: { name: '产业', label: '产业振兴', formerly: ['产业'] },
    },
  ]);
  const founding = plan({ kind: 'move', words: ['产业', '治理'], isNew: true });
  const codeId = 'u6cbb-7406';
  expect(founding).toMatchObject([
    { target: { codeId }, code: { label: '治理', level: 'axial' } },
    { target: { codeId: 'trade' }, code: { parent: codeId } },
  ]);
});

it('a plan is refused with what the state says', () => {
  expect(() => plan({ kind: 'drop', words: ['没有'] })).toThrow('screen/unknown-word');
  expect(() => plan({ kind: 'add', words: ['网格'], caseId: 'c1' })).toThrow('screen/add-in-left-out-region');
  expect(() => plan({ kind: 'drop', words: ['车间'], group: '丙' })).toThrow('screen/unknown-group');
  expect(() => plan({ kind: 'split', words: ['车间'] })).toThrow('screen/nothing-to-split');
  expect(() => plan({ kind: 'merge', words: ['车间', '没有'] })).toThrow('decide/unknown-target');
});
