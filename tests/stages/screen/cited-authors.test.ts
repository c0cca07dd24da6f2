import { expect, it } from 'vitest';
import { isCitedAuthor } from '../../../src/stages/screen/cited-authors.js';
import { dictionaryEntry } from '../../../src/stages/segment/jieba.js';

/** Whether a word is an author by the texts it stands in. */
function isCited(word: string, ...texts: string[]): boolean {
  const surroundings = texts.flatMap((text) =>
    [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
      before: text.slice(Math.max(0, index - 8), index),
      after: text.slice(index + word.length, index + word.length + 200),
    })),
  );
  return isCitedAuthor(word, 'n_new', dictionaryEntry, () => surroundings);
}

it.each([
  ['with the year behind', '李小云（2015）认为贫困是多维的。'],
  ['with others and the year', '李小云等(2015a)认为贫困是多维的。'],
  ['with a second author', '李小云和王晓毅（2015）认为贫困是多维的。'],
  ['within brackets', '贫困是多维的（李小云，2015；王晓毅等，2016）。'],
  ['later within brackets', '贫困是多维的（王晓毅，2016；李小云、左停，2015）。'],
  ['by a number', '李小云等［3］认为，李小云[4,5]还认为。'],
  ['in a list of references', '[1] 李小云, 左停. 论多维贫困[J]. 农业经济问题, 2015.'],
  [
    'in such a list without the kind of source',
    '23 张笑楠，李小云，等.桂西北生态环境脆弱性.生态学报,2009,29(2):749-757',
  ],
  ['by a number that was cut off', '根据李小云等[6的研究，搬迁分五种。'],
])('an author cited %s is one', (_, text) => {
  expect(isCited('李小云', text)).toBe(true);
});

it('a person whom the case is about is none, nor a word that a year in brackets follows', () => {
  expect(isCited('李小云', '李小云是村支书。李小云（2015年上任）带着大家修路。')).toBe(false);
  expect(isCited('李小云', '李小云种茶。李小云养鱼。李小云（2015）的研究。')).toBe(false);
  expect(isCited('易地搬迁', '易地搬迁（2015）是第一批。')).toBe(false);
  expect(isCited('扶贫车间', '扶贫车间（2019）建成。')).toBe(false);
});
