import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { discoverWords } from '../../../src/stages/discover/discover-words.js';
import { openSegmenter } from '../../../src/stages/segment/jieba.js';

const CASES = new URL('../../../corpus/cases/', import.meta.url);
const OPTIONS = { profile: 'both', minFrequency: 3, maxLength: 8 } as const;

const segmenter = openSegmenter();
const reports = readdirSync(CASES)
  .sort()
  .map((name) => readFileSync(new URL(name, CASES), 'utf8'));
const found = discoverWords(reports, segmenter, OPTIONS);
const words = found.map(({ word }) => word);

describe('discoverWords', () => {
  it('finds the multi-word terms and coinages of the sample reports', () => {
    expect(words).toEqual(expect.arrayContaining(['扶贫产业园', '新型经营主体', '乡村振兴', '十户联心组']));
  });

  it('lists no dictionary word, number, function word or clause', () => {
    for (const { word, inDictionary } of found) {
      expect(inDictionary || segmenter.inDictionary(word)).toBe(false);
      expect(word).not.toMatch(/^[的了和与]|[的了和与]$/);
      expect(word).not.toMatch(/^[一二三四五六七八九十百千万亿]+[年月日个]?$/);
      expect(word).not.toMatch(/^(推进|加强|实现|落实)|(推进|加强|实现|落实)$/);
    }
  });

  it('ranks by the quantised score, ties by code point', () => {
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score === Math.round(score * 1e6) / 1e6)).toBe(true);
  });

  it('gives the same list whatever the order of the texts', () => {
    expect(discoverWords(reports.toReversed(), segmenter, OPTIONS)).toEqual(found);
  });

  it('counts occurrences and cases of a text', () => {
    const text = reports.join('\n');
    const { frequency, cases } = found.find(({ word }) => word === '扶贫产业园') ?? {};
    expect(frequency).toBe(text.split('扶贫产业园').length - 1);
    expect(cases).toBe(reports.filter((report) => report.includes('扶贫产业园')).length);
  });

  it('keeps a whole term and absorbs its pieces', () => {
    const around = ['帮扶', '走访', '关心', '认定', '动员', '核查'];
    const text = around.map((verb) => `村里${verb}建档立卡贫困户，再${verb}一次。`).join('\n');
    const terms = discoverWords([text], segmenter, OPTIONS).map(({ word }) => word);
    expect(terms).toContain('建档立卡贫困户');
    expect(terms.filter((term) => term !== '建档立卡贫困户' && '建档立卡贫困户'.includes(term))).toEqual([]);
  });

  it('marks the names of persons and places', () => {
    const posOf = new Map(found.map(({ word, pos }) => [word, pos]));
    expect(posOf.get('瞿冬梅')).toBe('nr_new');
    expect(posOf.get('漳雁县')).toBe('ns_new');
    expect(posOf.get('扶贫产业园')).toBe('n_new');
  });

  it('finds, under `words`, names whose surname else counts or asks, and no pairs with a function word', () => {
    const said = ['昨天', '后来', '当时', '事后', '早先'];
    const text = said.map((when) => `${when}，张亚东回答。${when}，于立桄也是同意。`).join('\n');
    const listed = discoverWords([text], segmenter, { ...OPTIONS, profile: 'words' }).map(({ word }) => word);
    expect(listed).toEqual(expect.arrayContaining(['张亚东', '于立桄']));
    expect(listed).not.toContain('也是');
  });

  it('finds nothing in texts without Han characters', () => {
    expect(discoverWords([], segmenter, OPTIONS)).toEqual([]);
    expect(discoverWords(['', 'abc abc abc\n123 123 123'], segmenter, OPTIONS)).toEqual([]);
  });
});
