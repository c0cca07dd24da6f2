import { describe, expect, it } from 'vitest';
import { withoutNested } from '../../../src/stages/weigh/without-nested.js';

const entry = (word: string, frequency: number, weight: number) => ({ word, frequency, weight });
const words = (entries: readonly { readonly word: string }[]) => entries.map(({ word }) => word);

describe('withoutNested', () => {
  it('leaves out what a text repeats mostly within one longer word, even where it ranks higher', () => {
    const ranked = [entry('档立卡贫困', 9, 0.4), entry('建档立卡贫困户', 9, 0.3), entry('产业园', 7, 0.2)];
    expect(words(withoutNested(ranked, 5))).toEqual(['建档立卡贫困户', '产业园']);
  });

  it('keeps a word that mostly stands by itself, a rare one, and one whose longer word is no keyword', () => {
    const ranked = [
      entry('扶贫', 40, 0.4),
      entry('产业扶贫', 12, 0.3),
      entry('车间', 3, 0.3),
      entry('扶贫车间', 3, 0.2),
    ];
    expect(words(withoutNested(ranked, 5))).toEqual(['扶贫', '产业扶贫', '车间', '扶贫车间']);
    const weak = [entry('合作社', 8, 0.4), entry('合作社负责', 6, 0.05)];
    expect(words(withoutNested(weak, 5))).toEqual(['合作社', '合作社负责']);
  });

  it('fills the place of what it leaves out', () => {
    const ranked = [entry('脱贫攻坚', 9, 0.4), entry('攻坚', 9, 0.3), entry('乡村振兴', 7, 0.2)];
    expect(words(withoutNested(ranked, 2))).toEqual(['脱贫攻坚', '乡村振兴']);
  });
});
