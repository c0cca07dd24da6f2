import { expect, it } from 'vitest';
import { isNumeral } from '../../../src/stages/discover/numeral.js';

it.each([
  '三千',
  '十二个',
  '二〇二〇年',
  '五年来',
  '第五条第一项',
  '第三届',
  '近百',
  '万人',
  '两大',
  '二十一世纪',
  '八十年代初',
])('takes %s for a numeral', (word) => {
  expect(isNumeral(word)).toBe(true);
});

it.each(['一带一路', '五个一批', '两个一百年', '一村一品', '万寿村', '三大攻坚战', '千人计划'])(
  'takes %s for no numeral',
  (word) => {
    expect(isNumeral(word)).toBe(false);
  },
);
