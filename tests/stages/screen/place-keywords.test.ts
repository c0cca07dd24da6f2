import { expect, it } from 'vitest';
import type { DecidedWord } from '../../../src/model/decisions/verdict.js';
import type { Keyword } from '../../../src/model/keyword.js';
import { placeKeywords } from '../../../src/stages/screen/place-keywords.js';

const keyword = (word: string, decisionId: string | null = null): Keyword => ({
  group: '江西',
  word,
  pos: 'n_new',
  weight: 1,
  frequency: 1,
  source: decisionId === null ? 'mined' : 'reading',
  kept: true,
  reason: decisionId === null ? 'top' : 'reading',
  detail: '',
  countsFor: word,
  decisionId,
  coder: decisionId,
});

const TEXTS: Readonly<Record<string, string>> = {
  JX01: '扶贫产业园',
  JX02: '五防机制与扶贫产业园',
  GS01: '扶贫产业园',
};
const GROUPS = new Map([
  ['江西', ['JX01', 'JX02']],
  ['甘肃', ['GS01']],
]);
const contains = (caseId: string, { word }: Keyword) => TEXTS[caseId]?.includes(word) ?? false;

const placesOf = (given: Keyword, decisions: DecidedWord[] = []) =>
  placeKeywords([given], GROUPS, decisions, contains).map(({ caseId }) => caseId);

it('gives a keyword to the cases of its own group in which it stands', () => {
  expect(placesOf(keyword('扶贫产业园'))).toEqual(['JX01', 'JX02']);
  expect(placesOf(keyword('五防机制'))).toEqual(['JX02']);
});

it('gives a keyword told from a passage to the case of that passage, though the word does not stand there', () => {
  const added: DecidedWord = {
    group: '江西',
    word: '衔接乡村振兴',
    aspect: 'screening',
    verdict: { kind: 'add', caseId: 'JX01', quote: '扶贫产业园', decisionId: 'd1', coder: '左', reason: '' },
  };
  expect(placesOf(keyword('衔接乡村振兴', 'd1'), [added])).toEqual(['JX01']);
});
