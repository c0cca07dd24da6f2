import { expect, it } from 'vitest';
import { dictionaryEntry } from '../../../src/stages/segment/jieba.js';
import { nearSynonyms as findNearSynonyms } from '../../../src/stages/weigh/near-synonyms.js';
import { sideBySide } from '../../../src/stages/weigh/opposites.js';

const nearSynonyms = (words: readonly string[]) => findNearSynonyms(words, dictionaryEntry);

it('offers words with the same head of which little differs', () => {
  expect(nearSynonyms(['扶贫产业园', '村级产业园', '新型经营主体', '乡村振兴'])).toEqual([
    { words: ['扶贫产业园', '村级产业园'], reason: 'shared-head', head: '产业园', similarity: 0.6 },
  ]);
});

it('offers a word and its head, and the same characters in another order', () => {
  const pairs = nearSynonyms(['产业扶贫', '扶贫产业', '衔接乡村振兴', '乡村振兴']);
  expect(pairs.map(({ words, reason }) => [...words, reason])).toEqual([
    ['乡村振兴', '衔接乡村振兴', 'shared-head'],
    ['产业扶贫', '扶贫产业', 'same-characters'],
  ]);
});

it('offers nothing for short words that share two characters', () => {
  expect(nearSynonyms(['工业园', '创业园', '扶贫开发', '经济开发'])).toEqual([]);
});

it('gives the same pairs whatever the order and repetition of the words', () => {
  const words = ['扶贫产业园', '村级产业园', '公益岗位', '公益性岗位', '产业园'];
  expect(nearSynonyms([...words.toReversed(), ...words])).toEqual(nearSynonyms(words));
});

it.each([
  ['kinds of one thing', '环境型政策工具', '供给型政策工具'],
  ['kinds of one thing', '内生性发展动力', '外源性发展动力'],
  ['a word that denies the other', '非贫困户家庭', '贫困户家庭'],
  ['things that are counted', '第一产业发展', '第二产业发展'],
  ['a rise and a fall', '农民增收机制', '农民减收机制'],
  ['what comes in and what goes out', '劳务输入基地', '劳务输出基地'],
  ['the two ends of a line', '线上销售渠道', '线下销售渠道'],
  ['kinds that a longer attribute names', '输血式扶贫方式', '造血式扶贫方式'],
  ['town and country', '城镇居民医疗保险', '乡镇居民医疗保险'],
  ['less and more to pay', '加税政策措施', '减税政策措施'],
  ['two sides that change places', '以工补农机制', '以农补工机制'],
])('never offers %s: %s, %s', (_, one, other) => {
  expect(nearSynonyms([one, other])).toEqual([]);
});

it.each([
  ['农民合作社', '农户合作社'],
  ['村民理事会', '村户理事会'],
  ['渔民互助社', '渔户互助社'],
])('offers words that differ in two nouns which make no word in use: %s, %s', (one, other) => {
  expect(nearSynonyms([one, other])).toHaveLength(1);
});

it('goes on offering words of which one says a little more, or the same in another order', () => {
  expect(nearSynonyms(['公益岗位', '公益性岗位', '产业扶贫', '扶贫产业'])).toHaveLength(2);
});

it('finds two words set side by side, whole or as what differs, and not as parts of one another', () => {
  const isBeside = (text: string) => sideBySide('城镇居民', '农村居民')?.test(text);
  for (const text of ['城镇和农村居民', '农村居民、城镇居民', '城镇、农村', '城镇居民农村居民'])
    expect([text, isBeside(text)]).toEqual([text, true]);
  for (const text of ['城镇居民多，农户少', '城镇农村'])
    expect([text, isBeside(text)]).toEqual([text, false]);
  expect(sideBySide('村级产业园', '扶贫产业园')?.test('建了村级扶贫产业园。')).toBe(false);
  expect(sideBySide('线上销售', '线下销售')?.test('线上线下都卖')).toBe(true);
  expect(sideBySide('公益岗位', '公益性岗位')).toBe(null);
});
