import { describe, expect, it } from 'vitest';
import { frameworkOf } from '../../../src/model/framework.js';
import { countReferences } from '../../../src/stages/tabulate/count-references.js';
import { tabulateFrequencies } from '../../../src/stages/tabulate/tabulate-frequencies.js';
import { VILLAGE } from '../village-codebook.js';
import { MAPPINGS, mapping, PASSAGES, passage, TOKENS } from './coding.js';

const village = frameworkOf(VILLAGE);
const rows = () => tabulateFrequencies(village, MAPPINGS, countReferences(PASSAGES), TOKENS);

describe('the frequency table', () => {
  it('tells the five counts of a core keyword apart', () => {
    expect(rows()[0]).toEqual({
      coreKeyword: '扶贫产业园',
      codeId: 'park',
      assignments: 3,
      share: 0.6,
      controlled: 1,
      free: 2,
      distinctRaw: 2,
      cases: 3,
      references: 3,
      tokens: 7,
    });
  });

  it('lists open codes with a count and core keywords outside the codebook, most assigned first', () => {
    expect(rows().map(({ coreKeyword, assignments }) => [coreKeyword, assignments])).toEqual([
      ['扶贫产业园', 3],
      ['五防机制', 1],
      ['网格管理', 1],
      ['专业合作社', 0],
    ]);
  });

  it('gives a core keyword outside the codebook no code, references or tokens', () => {
    expect(rows()[1]).toMatchObject({ codeId: null, references: 0, tokens: 0, cases: 1 });
  });

  it('counts a keyword that people merged into a code above with that code’s references', () => {
    const merged = [mapping('JX01', '四联五防', 'safeguards', '落实防贫保障')];
    const tokens = [{ caseId: 'JX01', codeId: 'safeguards', tokens: 4 }];
    expect(
      tabulateFrequencies(village, merged, countReferences([passage('JX02', 'safeguards')]), tokens),
    ).toEqual([
      {
        coreKeyword: '落实防贫保障',
        codeId: 'safeguards',
        assignments: 1,
        share: 1,
        controlled: 1,
        free: 0,
        distinctRaw: 1,
        cases: 2,
        references: 1,
        tokens: 4,
      },
    ]);
  });

  it('does not count a keyword split from a code of the same name under that code', () => {
    const split = [
      mapping('JX01', '扶贫产业园', null, '扶贫产业园'),
      mapping('JX02', '产业园', 'park', '扶贫产业园'),
    ];
    const counts = tabulateFrequencies(village, split, [], []);
    expect(counts.map(({ codeId, assignments }) => [codeId, assignments])).toEqual([
      [null, 1],
      ['park', 1],
    ]);
  });

  it('without a codebook counts every core keyword by its name', () => {
    const free = [mapping('JX01', '大棚', null, '大棚'), mapping('JX02', '大棚', null, '大棚')];
    expect(tabulateFrequencies(null, free, [], [])).toMatchObject([
      { coreKeyword: '大棚', codeId: null, assignments: 2, distinctRaw: 1, cases: 2 },
    ]);
  });
});
