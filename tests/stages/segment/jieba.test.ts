import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_PIECE } from '../../../src/stages/segment/in-pieces.js';
import { complete, openSegmenter, shippedIdf } from '../../../src/stages/segment/jieba.js';
import { loadDictionary, requireJieba } from '../../../src/stages/segment/load-jieba.js';

describe('openSegmenter', () => {
  const segmenter = openSegmenter();

  it('cuts by the dictionary alone, but tags unknown words by guessing', () => {
    expect(segmenter.cut('建立五防机制')).toEqual(['建立', '五', '防', '机制']);
    expect(segmenter.tag('建立五防机制').map(({ word }) => word)).toEqual(['建立', '五防', '机制']);
  });

  it('tags as jieba itself does, also words it has met before', () => {
    const folder = new URL('../../../corpus/cases/', import.meta.url);
    const lines = readdirSync(folder)
      .slice(0, 8)
      .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'));
    const jieba = requireJieba();
    loadDictionary(jieba);
    for (const line of [...lines, '他用Ａ4纸写了3.5万字，ＮＬＰ和T恤𠮷', ...lines.slice(0, 20)]) {
      expect(segmenter.tag(line)).toEqual(jieba.tag(line));
    }
  });

  it('knows which words stand in the shipped dictionary', () => {
    expect(['产业园', '贫困户', 'AT&T', '龟龟'].map(segmenter.inDictionary)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(['扶贫产业园', '产', '业园', ''].map(segmenter.inDictionary)).toEqual([false, true, false, false]);
  });

  it('reads a lone surrogate as the replacement character', () => {
    expect(segmenter.tag('扶贫\ud800').map(({ word }) => word)).toEqual(['扶贫', '\ufffd']);
  });

  it('gives added words whole, with their part of speech, however long', () => {
    const taught = openSegmenter();
    const words = ['扶贫产业园', '建档立卡贫困户', '十户联心组', '防返贫动态监测和帮扶机制'];
    taught.addWords(words.map((word) => ({ word, pos: 'n_new' })));
    for (const word of words) {
      expect(taught.cut(`推进${word}工作`)).toEqual(['推进', word, '工作']);
      expect(taught.tag(`推进${word}工作`)).toContainEqual({ word, tag: 'n_new' });
    }
  });

  it('joins an added word again that two very frequent words would split', () => {
    const taught = openSegmenter();
    taught.addWords([
      { word: '我们中国', pos: 'n_new' },
      { word: '我们，中国', pos: 'n_new' },
    ]);
    expect(taught.cut('这是我们中国的事')).toContain('我们中国');
    expect(taught.tag('这是我们中国的事')).toContainEqual({ word: '我们中国', tag: 'n_new' });
    // Also where a very long line is cut into pieces.
    const long = `${'，'.repeat(LONGEST_PIECE - 3)}我们，中国人`;
    expect([...taught.tagInPieces(long)].length).toBeGreaterThan(1);
    expect(taught.tag(long).slice(-2)).toEqual([
      { word: '我们，中国', tag: 'n_new' },
      { word: '人', tag: 'n' },
    ]);
  });

  it('cuts a text as before when it is taught words that do not stand in it', () => {
    const taught = openSegmenter();
    const pieces = [
      '扶贫',
      '产业',
      '园',
      '四联',
      '五防',
      '机制',
      '我们',
      '中国',
      '晒谷坪',
      '户',
      'A股',
      '，',
      '👍',
    ];
    const joined = (min: number, max: number) =>
      fc.array(fc.constantFrom(...pieces), { minLength: min, maxLength: max }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(joined(0, 12), fc.array(joined(2, 3), { maxLength: 4 }), (text, words) => {
        const before = taught.tag(text);
        const absent = words.filter((word) => !text.includes(word));
        taught.addWords(absent.map((word) => ({ word, pos: 'n_new' })));
        expect(taught.tag(text)).toEqual(before);
      }),
    );
  });

  it('keeps the words of one segmenter from another', () => {
    const taught = openSegmenter();
    taught.addWords([{ word: '扶贫产业园', pos: 'n_new' }]);
    expect(openSegmenter().cut('扶贫产业园')).toEqual(['扶贫', '产业园']);
    expect(taught.cut('扶贫产业园')).toEqual(['扶贫产业园']);
  });
});

describe('complete', () => {
  it('refuses a segmenter that drops a character', () => {
    expect(() => complete('脱贫', ['脱'], (part) => part)).toThrow('segmenter changed "脱贫" to "脱"');
  });
});

describe('shippedIdf', () => {
  it('gives rare words more than frequent ones and unknown ones the median', () => {
    const idf = shippedIdf();
    expect(idf('生化学')).toBeGreaterThan(idf('工作'));
    expect(idf('扶贫产业园')).toBe(idf('从未见过的词'));
  });
});
