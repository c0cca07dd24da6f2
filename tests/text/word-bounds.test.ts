import { describe, expect, it } from 'vitest';
import { containsWord, placesOfWord } from '../../src/text/word-bounds.js';

describe('a word in a text', () => {
  it('is not within a Latin word or number', () => {
    expect([...placesOfWord('用MAIL，AI，AI技术，AIAI，x-AI', 'AI')]).toEqual([6, 9, 21]);
    expect(containsWord('license', 'ens')).toBe(false);
    expect(containsWord('写ens后', 'ens')).toBe(true);
    expect(containsWord('扶贫车间', '贫车')).toBe(true);
    expect(containsWord('naïveté', 'nai')).toBe(false);
    expect(containsWord('naïve', 'na')).toBe(false);
    expect(containsWord('', '')).toBe(false);
  });
});
