import { describe, expect, it } from 'vitest';
import { openSegmenter, shippedIdf } from '../../../src/stages/segment/jieba.js';
import { COMPARISONS } from '../../../src/stages/weigh/compare-candidates.js';
import { keywordExtractor } from '../../../src/stages/weigh/extract-keywords.js';
import { FEATURES } from '../../../src/stages/weigh/keyword-features.js';
import { KEYWORD_MODEL } from '../../../src/stages/weigh/keyword-model.js';

const segmenter = openSegmenter();
const idf = shippedIdf();
const document = {
  title: '扶贫产业园带动稳定增收的机制',
  text:
    '全县建成扶贫产业园12个，扶贫产业园吸纳脱贫户就业。\n' +
    '扶贫产业园实行保底分红，新型经营主体与农户签订合同，新型经营主体负责销售。2020年，3000户受益。',
};

it('gives the model the features it was trained on, in their order', () => {
  expect(KEYWORD_MODEL.features).toEqual([...FEATURES, ...COMPARISONS]);
});

describe('keywordExtractor', () => {
  const keywords = keywordExtractor(segmenter, idf, { top: 10 })(document);

  it('finds the multi-word terms that a document is about', () => {
    expect(keywords[0]).toMatchObject({ word: '扶贫产业园', pos: 'n_new', frequency: 4, isNew: true });
    expect(keywords.map(({ word }) => word)).toContain('新型经营主体');
  });

  it('gives no numbers, function words or runs over punctuation', () => {
    for (const { word } of keywords) {
      expect(word).not.toMatch(/^[\d年]+$|[，。的与]/);
      expect(`${document.title}\n${document.text}`).toContain(word);
    }
  });

  it('ranks by weight and keeps the first', () => {
    const weights = keywords.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(keywordExtractor(segmenter, idf, { top: 3 })(document)).toEqual(keywords.slice(0, 3));
  });

  it('lets another idf change the ranks', () => {
    const rare = (word: string) => (word === '分红' ? 100 : 1);
    // Only those that may be among the best are given at all.
    const place = (of: (word: string) => number) => {
      const words = keywordExtractor(segmenter, of, { top: 1000 })(document).map(({ word }) => word);
      return words.includes('分红') ? words.indexOf('分红') : words.length;
    };
    expect(place(rare)).toBeLessThan(place(() => 1));
  });

  it('finds nothing in an empty document', () => {
    expect(keywordExtractor(segmenter, idf, { top: 5 })({ title: '', text: '' })).toEqual([]);
  });

  it('joins hyphenated names and leaves out dates and English function words', () => {
    const text =
      'TCP/IP协议与Rayleigh-Ritz法。the effect of TCP/IP。第二十五条，2020年，一九五四年。TCP/IP协议，Rayleigh-Ritz法。';
    const words = keywordExtractor(segmenter, idf, { top: 50 })({ title: '', text }).map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(['TCP/IP', 'Rayleigh-Ritz']));
    for (const word of words) expect(word).not.toMatch(/^(the|of)\b|\b(the|of)$|年$|条$/);
  });

  it('names what a long text is about, not what is done with it', () => {
    const text = `各地巩固脱贫攻坚成果，促进乡村产业发展。${document.text}\n`.repeat(30);
    const words = keywordExtractor(segmenter, idf, { top: 20 })({ title: '', text }).map(({ word }) => word);
    expect(words.some((word) => word.startsWith('脱贫攻坚'))).toBe(true);
    for (const word of words) expect(word).not.toMatch(/^(巩固|促进|建成|吸纳|实行)/);
  });

  it('counts a word over all sections of a long text, and its title once', () => {
    const long = { title: document.title, text: `${document.text}\n`.repeat(40) };
    const [first] = keywordExtractor(segmenter, idf, { top: 10 })(long);
    expect(first).toMatchObject({ word: '扶贫产业园', frequency: 1 + 3 * 40 });
  });
});
