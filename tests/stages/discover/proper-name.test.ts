import { expect, it } from 'vitest';
import { properNamePos } from '../../../src/stages/discover/proper-name.js';
import { openSegmenter } from '../../../src/stages/segment/jieba.js';

const segmenter = openSegmenter();

it.each([
  ['瞿冬梅', 1, 'nr_new'],
  ['老陶', 1, 'nr_new'],
  ['薛老师', 0.6, 'nr_new'],
  ['漳雁县', 1, 'ns_new'],
  ['禾渚县', 0, 'ns_new'],
  ['扶贫产业园', 0, null],
  ['安置点', 0, null],
  ['脱贫村', 0, null],
  ['五防', 1, null],
])('takes %s (guessed whole in %d of its occurrences) for %s', (word, hmmShare, pos) => {
  expect(properNamePos(word, segmenter.tag(word), hmmShare)).toBe(pos);
});
