import { expect, it } from 'vitest';
import { scoreWord } from '../../../src/stages/discover/score-words.js';

const figures = {
  word: '五防机制',
  cohesion: 4,
  leftEntropy: 2,
  rightEntropy: 1,
  hmmShare: 0.5,
  alignment: 0.8,
};

it('scores words, phrases and both by the documented forms', () => {
  expect(scoreWord(figures, 'words')).toBeCloseTo(6 * 1.3 * 0.8 * 0.6, 12);
  expect(scoreWord(figures, 'phrases')).toBeCloseTo(4 * 1 * 0.8, 12);
  expect(scoreWord(figures, 'both')).toBeCloseTo(0.8 * (0.5 * 6 * 1.3 + 0.5 * 4), 12);
});

it('halves a word with a function character inside', () => {
  expect(scoreWord({ ...figures, word: '五和机制' }, 'words')).toBeCloseTo(
    scoreWord(figures, 'words') / 2,
    12,
  );
});

it('gives nothing to a phrase whose parts repel each other or that always stands in a longer one', () => {
  expect(scoreWord({ ...figures, cohesion: -1 }, 'phrases')).toBe(0);
  expect(scoreWord({ ...figures, leftEntropy: 0 }, 'phrases')).toBe(0);
});
