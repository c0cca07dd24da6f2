import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readGivenWords } from '../../../src/stages/import/read-given-words.js';
import { normalizeText } from '../../../src/stages/normalize/normalize-text.js';
import { givenTokens } from '../../../src/stages/segment/given-tokens.js';
import { openSegmenter } from '../../../src/stages/segment/jieba.js';
import { codePointLength } from '../../../src/text/code-points.js';

const segmenter = openSegmenter();
const cut = (text: string) => {
  const { record, words } = readGivenWords({ text, source: '一.txt', attributes: {} });
  const clean = normalizeText(record.text);
  return { clean, tokens: [...givenTokens(segmenter, clean, words)] };
};

it('cuts the clean text into the words that were given, also across and within what the program would cut', () => {
  const { tokens } = cut('村里 办 起 扶贫车间 ， 晒谷坪 的 合 作社 共 １２ 户 。');
  expect(tokens.map(({ word }) => word)).toEqual([
    '村里',
    '办',
    '起',
    '扶贫车间',
    '，',
    '晒谷坪',
    '的',
    '合',
    '作社',
    '共',
    '12',
    '户',
    '。',
  ]);
});

it('takes the parts of speech that were given, else those of the dictionary; an unknown word is a noun', () => {
  const posOf = (text: string) => new Map(cut(text).tokens.map(({ word, pos }) => [word, pos]));
  expect(posOf('村里/f 办起/v 晒谷坪/ns 合作社/NN').get('晒谷坪')).toBe('ns');
  expect(posOf('村里/f 办起/v 晒谷坪/ns 合作社/NN').get('合作社')).toBe(segmenter.tag('合作社')[0]?.tag);
  expect(posOf('村里 办起 嘎吱坪坪 。').get('嘎吱坪坪')).toBe('n');
});

it('gives tokens that join to the clean text without a gap, for any text', () => {
  const word = fc.constantFrom(
    '村里',
    '扶贫车间',
    '，',
    '。',
    '（1）',
    'Green',
    'Card',
    '１２',
    '😀',
    '合作社',
    '的',
    '𠮷',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 60 }), (words) => {
      const text = ['村里', '办起', ...words].join(' ').replaceAll('。', '。\n');
      const { clean, tokens } = cut(text);
      expect(tokens.map((one) => one.word).join('')).toBe(clean.text);
      let place = 0;
      for (const { word: own, start, end } of tokens) {
        expect([start, end]).toEqual([place, place + codePointLength(own)]);
        place = end;
      }
    }),
    { numRuns: 200 },
  );
});
