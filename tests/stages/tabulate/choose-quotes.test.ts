import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/model/evidence.js';
import { chooseQuotes } from '../../../src/stages/tabulate/choose-quotes.js';
import { passage } from './coding.js';

const WORDS = '县医院的电脑里有个规矩，谁家看病自己掏钱过了八千';

const said = (caseId: string, start: number, more: Partial<Evidence> = {}): Evidence => ({
  ...passage(caseId, 'park', 'rule', start),
  cleanQuote: `${WORDS}，${caseId} 第 ${start} 句。`,
  ...more,
});
const confirmed = (...decisionIds: string[]) => ({ status: 'confirmed' as const, decisionIds });
const isInBulk = ({ decisionIds }: Evidence) => decisionIds.every((id) => id.startsWith('bulk'));
const choose = (groups: Record<string, readonly Evidence[]>, perGroup: number) =>
  chooseQuotes(new Map(Object.entries(groups)), { perGroup, isInBulk });
const places = (groups: Record<string, readonly Evidence[]>, perGroup: number) =>
  [...choose(groups, perGroup).values()].map(({ quotes }) =>
    quotes.map(({ caseId, start }) => `${caseId} ${start}`),
  );

describe('chooseQuotes', () => {
  it('quotes what was confirmed one by one before what was confirmed in bulk, and this before proposals', () => {
    const group = [said('A', 1), said('B', 2, confirmed('bulk1')), said('C', 3, confirmed('one', 'bulk1'))];
    expect(places({ park: group }, 3)).toEqual([['C 3', 'B 2', 'A 1']]);
  });

  it('quotes a reference before a sentence that only has a keyword', () => {
    const group = [said('A', 1, { origins: ['keyword'] }), said('B', 2)];
    expect(places({ park: group }, 2)).toEqual([['B 2', 'A 1']]);
  });

  it('quotes several cases before it quotes one of them again', () => {
    const group = [said('A', 1), said('A', 2), said('A', 3), said('B', 4), said('C', 5)];
    expect(places({ park: group }, 4)).toEqual([['A 1', 'B 4', 'C 5', 'A 2']]);
  });

  it('takes another case for the next code where codes have the same ones', () => {
    const park = [said('A', 1), said('B', 2)];
    const grid = [said('A', 3), said('B', 4)];
    expect(places({ park, grid }, 1)).toEqual([['A 1'], ['B 4']]);
  });

  it('quotes a sentence for a second code only where that has no other', () => {
    expect(places({ park: [said('A', 1)], grid: [said('A', 1), said('A', 9)] }, 1)).toEqual([
      ['A 1'],
      ['A 9'],
    ]);
    expect(places({ park: [said('A', 1)], grid: [said('A', 1)] }, 1)).toEqual([['A 1'], ['A 1']]);
  });

  it('quotes whole sentences of a printable length before headings and half pages', () => {
    const heading = said('A', 1, { cleanQuote: '防贫预警' });
    const page = said('B', 2, { cleanQuote: WORDS.repeat(20) });
    expect(places({ park: [heading, page, said('C', 3)] }, 1)).toEqual([['C 3']]);
  });

  it.each([
    '一、动态监测，早发现，早干预，早帮扶，不落一户。',
    '（二）经营庭院，把房前屋后变成小车间。',
    '坪岱县做大做强特色产业助推脱贫攻坚工作总结',
  ])('quotes a sentence before the heading %s', (cleanQuote) => {
    expect(places({ park: [said('A', 1, { cleanQuote }), said('B', 2)] }, 2)).toEqual([['B 2', 'A 1']]);
  });

  it('quotes the sentence that more keywords and rules led to', () => {
    const group = [said('A', 1), said('B', 2, { keywords: ['园', '扶贫产业园'] }), said('C', 3)];
    expect(places({ park: group }, 1)).toEqual([['B 2']]);
  });

  it('counts characters, not their halves, for the length', () => {
    const rare = said('A', 1, { cleanQuote: '𠮷'.repeat(9) });
    expect(places({ park: [rare, said('B', 2)] }, 1)).toEqual([['B 2']]);
  });

  it('never quotes the same words twice for a code', () => {
    const same = { cleanQuote: `${WORDS}。` };
    const group = [said('A', 1, same), said('B', 2, same), said('C', 3)];
    expect(places({ park: group }, 3)).toEqual([['A 1', 'C 3']]);
  });

  it('quotes no case that was coded as a whole, and counts it', () => {
    const whole = said('A', 0, { end: 0, cleanQuote: '' });
    expect(choose({ park: [whole] }, 2).get('park')).toEqual({ quotes: [], passages: 1 });
  });

  it('chooses the same passages in whatever order they are given', () => {
    const group = fc.uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.nat(20)), {
      maxLength: 12,
      selector: String,
    });
    fc.assert(
      fc.property(group, fc.nat(5), fc.infiniteStream(fc.nat()), (ids, perGroup, lot) => {
        const passages = ids.map(([caseId, start]) => said(caseId, start + 1));
        const mixed = passages
          .map((one) => ({ one, at: lot.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(places({ park: mixed }, perGroup)).toEqual(places({ park: passages }, perGroup));
        expect(places({ park: mixed }, perGroup)[0]).toHaveLength(Math.min(perGroup, passages.length));
      }),
    );
  });
});
