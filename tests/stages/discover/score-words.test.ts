import { expect, it } from 'vitest';
import { PHRASE_MODEL } from '../../../src/stages/discover/phrase-model.js';
import { scoreWord } from '../../../src/stages/discover/score-words.js';
import { PHRASE_FEATURES, WORD_FEATURES } from '../../../src/stages/discover/word-features.js';
import { WORD_MODEL } from '../../../src/stages/discover/word-model.js';

const figures = {
  word: '五防机制',
  frequency: 20,
  cohesion: 6,
  leftEntropy: 2,
  rightEntropy: 1,
  hmmShare: 0.5,
  alignment: 0.9,
  knownAlignment: 0.9,
  cutsInside: 0.5,
  beginShare: 0.4,
  endShare: 0.4,
  length: 4,
};

it('has a weight for every feature and every pair', () => {
  for (const [{ features, crossed, weights }, written] of [
    [WORD_MODEL, WORD_FEATURES],
    [PHRASE_MODEL, PHRASE_FEATURES],
  ] as const) {
    expect(features).toEqual(Object.keys(written));
    expect(weights.length).toBe(1 + features.length + (crossed.length * (crossed.length + 1)) / 2);
  }
});

it('gives probabilities, and `both` lies between the two by the share of guesses', () => {
  const [words, phrases, both] = (['words', 'phrases', 'both'] as const).map((profile) =>
    scoreWord(figures, profile),
  ) as [number, number, number];
  for (const score of [words, phrases, both]) expect(score > 0 && score < 1).toBe(true);
  expect(both).toBeCloseTo((words + phrases) / 2, 12);
});

it('prefers what stands alone to what always stands in a longer string', () => {
  const bound = { ...figures, leftEntropy: 0.1, alignment: 0.2, knownAlignment: 0.1 };
  expect(scoreWord(bound, 'phrases')).toBeLessThan(scoreWord(figures, 'phrases'));
});

it('gives nothing, in the list to be read, to parts that repel each other or never stand alone', () => {
  expect(scoreWord({ ...figures, cohesion: -1 }, 'both')).toBe(0);
  expect(scoreWord({ ...figures, leftEntropy: 0 }, 'both')).toBe(0);
});

it('takes what is spelt like a foreign name, or ends like a derived word, rather for a word', () => {
  const score = (word: string) => scoreWord({ ...figures, word, length: 3, hmmShare: 0.2 }, 'words');
  expect(score('什巴克')).toBeGreaterThan(score('什七可'));
  expect(score('砖窑厂')).toBeGreaterThan(score('砖窑去'));
});
