import { expect, it } from 'vitest';
import { en } from '../../src/messages/en.js';
import { zh } from '../../src/messages/zh.js';
import type { Decision } from '../../src/model/decisions/decision.js';

const grounds = { why: 'rule-missing', attendees: ['王', '李'] } as const;
const said = { coder: '左', reason: '写入规则' } as const;
const ofSentence = { verdictOf: '王', label: '就业', ...said, ...grounds };
const ofWord = { verdict: { kind: 'keep', decisionId: '', ...said }, settles: [], ...grounds } as const;

function reasonsOf(kind: Decision['kind'], after: Decision['after'], reason: string = said.reason): string[] {
  const decision = { kind, after, reason } as Decision;
  return [en, zh].map(({ reports }) => reports.decisionReason(decision));
}

it.each([
  ['a sentence', ofSentence],
  ['a word', ofWord],
])('the history says why coders differed and who took part when %s was adjudicated', (_, after) => {
  expect(reasonsOf('adjudicate', after)).toEqual([
    'rule missing; 写入规则; with 王, 李',
    '缺少规则；写入规则；参与者：王、李',
  ]);
});

it('the history gives of any other decision the reason alone', () => {
  // Undoing brings an adjudication back that gave its grounds itself.
  expect(reasonsOf('undo', ofSentence, '看错')).toEqual(['看错', '看错']);
  expect(reasonsOf('drop', null, '')).toEqual(['', '']);
});

it('the history says in its own language that something was handed in with a sheet', () => {
  expect(reasonsOf('keep', null, '存疑 [sheet 3f9a0c12]')).toEqual([
    '存疑 [sheet 3f9a0c12]',
    '存疑（编码表 3f9a0c12）',
  ]);
  expect(reasonsOf('keep', null, '[sheet 3f9a0c12]')[1]).toBe('（编码表 3f9a0c12）');
});
