import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Segmenter } from '../../../src/model/token.js';
import { openSegmenter } from '../../../src/stages/segment/jieba.js';

const user = (...words: string[]) => words.map((word) => ({ word, pos: 'nz' }));

describe('user words', () => {
  let segmenter: Segmenter;
  beforeAll(() => {
    segmenter = openSegmenter();
  });
  const wordsOf = (text: string) => segmenter.tag(text).map(({ word }) => word);

  it('are cut as they stand, also across the words of the dictionary and within them', () => {
    segmenter.keepWords(user('三变', '合作', '一村一'));
    expect(wordsOf('农村三变革新见效')).toContain('三变');
    expect(wordsOf('合作社')).toEqual(['合作', '社']);
    expect(wordsOf('一村一品')).toContain('一村一');
    expect(segmenter.cut('三变革新')).toContain('三变');
    expect(segmenter.tag('三变')).toEqual([{ word: '三变', tag: 'nz' }]);
  });

  it('the longest first, and in place of those given before', () => {
    segmenter.keepWords(user('三变', '三变改革'));
    expect(wordsOf('三变改革，三变革新')).toEqual(expect.arrayContaining(['三变改革', '三变']));
    segmenter.keepWords([]);
    expect(wordsOf('三变革新')).not.toContain('三变');
  });

  it('may have blanks and Latin letters, but are never within a Latin word or number', () => {
    segmenter.keepWords(user('ens', 'Green Card认证', '4S店', 'pre-A轮'));
    expect(wordsOf('拿到license，14S店').filter((word) => ['ens', '4S店'].includes(word))).toEqual([]);
    expect(wordsOf('ens公司有Green Card认证、4S店和pre-A轮')).toEqual(
      expect.arrayContaining(['ens', 'Green Card认证', '4S店', 'pre-A轮']),
    );
  });

  it('are not joined with their neighbours to a word learnt from the corpus', () => {
    segmenter.keepWords(user('扶贫车间'));
    segmenter.addWords([{ word: '扶贫车间主任', pos: 'n_new' }]);
    expect(wordsOf('扶贫车间主任')).toEqual(['扶贫车间', '主任']);
  });

  it('join to the given text again with everything between them', () => {
    const text = fc.string({ unit: fc.constantFrom(...'三变革新合作社扶贫，。 Ae4𠮷\n'), maxLength: 40 });
    const list = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom(...'三变革合作 A4𠮷'), minLength: 2, maxLength: 4 }),
    );
    fc.assert(
      fc.property(text, list, (given, words) => {
        segmenter.keepWords(user(...words));
        expect(wordsOf(given).join('')).toBe(given);
        expect(segmenter.cut(given).join('')).toBe(given);
      }),
      { numRuns: 300 },
    );
  });
});
