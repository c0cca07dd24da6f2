import { expect, it } from 'vitest';
import { nearSynonyms } from '../../../src/stages/weigh/near-synonyms.js';

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
