import { expect, it } from 'vitest';
import type { NameCandidate } from '../../../src/model/pseudonym.js';
import { proposePseudonyms } from '../../../src/stages/pseudonyms/propose-pseudonyms.js';
import { dictionaryEntry } from '../../../src/stages/segment/jieba.js';

const sure = (kind: NameCandidate['kind'], ...names: readonly string[]) =>
  names.map((name): NameCandidate => ({ name, kind, isDoubtful: false }));
const propose = (candidates: readonly NameCandidate[], taken: readonly string[] = []) =>
  Object.fromEntries(proposePseudonyms(candidates, dictionaryEntry, (one) => taken.includes(one)));

it('keeps what somebody or something is, and gives letters in order', () => {
  const candidates = [
    ...sure('person', '王建国', '王书记', '老杨'),
    ...sure('place', '桃花村', '东莞'),
    ...sure('organisation', '绿叶公司'),
    ...sure('number', '13812345678'),
  ];
  expect(propose(candidates)).toEqual({
    王建国: 'A某',
    王书记: 'B书记',
    老杨: '老C',
    桃花村: 'A村',
    东莞: 'B地',
    绿叶公司: 'A公司',
    '13812345678': '号码A',
  });
});

it('passes over what is taken, goes on behind Z, and leaves what is doubtful', () => {
  expect(propose(sure('place', '桃花村', '大坪村'), ['A村', 'C村'])).toEqual({
    桃花村: 'B村',
    大坪村: 'D村',
  });
  const many = sure('person', ...Array.from({ length: 28 }, (_, at) => `王${'一二三四五六七'[at % 7]}${at}`));
  expect(Object.values(propose(many)).slice(-3)).toEqual(['Z某', 'AA某', 'AB某']);
  expect(propose([{ name: '幸福社区', kind: 'place', isDoubtful: true }])).toEqual({});
});

it('proposes nothing that contains a name of the table', () => {
  const names = sure('person', '符阿婆', '阿婆', 'B某', '王强');
  for (const pseudonym of Object.values(propose(names))) {
    for (const { name } of names) expect(pseudonym).not.toContain(name);
  }
  expect(propose(names)['符阿婆']).toBe('A某');
});
