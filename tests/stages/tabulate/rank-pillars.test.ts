import { expect, it } from 'vitest';
import { frameworkOf } from '../../../src/model/framework.js';
import { PILLAR_SCORE } from '../../../src/model/pillar-score.js';
import { passageCoder } from '../../../src/stages/code/code-passages.js';
import { countReferences } from '../../../src/stages/tabulate/count-references.js';
import { mergeEvidence } from '../../../src/stages/tabulate/merge-evidence.js';
import { rankPillars } from '../../../src/stages/tabulate/rank-pillars.js';
import { codedText } from '../code/coded-text.js';
import { code, codebook, VILLAGE } from '../village-codebook.js';

const framework = frameworkOf(VILLAGE);
const rank = (text: string, book = framework) => {
  const { assignments } = passageCoder(book)(codedText(text));
  return rankPillars(book, new Map([['JX', ['JX01']]]), [], countReferences(mergeEvidence(assignments)));
};

it('lets two kinds of evidence weigh more than one given twice', () => {
  const [first] = rank('产业园开工。合作社成立。有网格员。又有网格员。');
  expect(first).toMatchObject({ pillar: '推进产业升级', rank: 1, references: 2, cases: 1 });
});

it('lets a stated purpose weigh more than a means', () => {
  const [first, second] = rank('织密防贫网。办合作社。');
  expect(first?.pillar).toBe('落实防贫保障');
  expect(first?.score).toBeGreaterThan(second?.score ?? 0);
});

it('says two candidates by a small margin', () => {
  expect(rank('网格员上门。合作社成立。')[0]?.margin).toBeLessThan(PILLAR_SCORE.twoCandidates);
  expect(rank('网格员上门。返贫监测。织密防贫网。合作社成立。')[0]?.margin).toBeGreaterThan(
    PILLAR_SCORE.twoCandidates,
  );
});

it('takes the weight a codebook gives to a code', () => {
  const weighed = VILLAGE.codes.map((one) => (one.id === 'cooperative' ? { ...one, weight: 9 } : one));
  const text = '网格员上门。返贫监测。合作社成立。';
  expect(rank(text)[0]?.pillar).toBe('落实防贫保障');
  expect(rank(text, frameworkOf({ ...VILLAGE, codes: weighed }))[0]?.pillar).toBe('推进产业升级');
});

it('ranks no pillar without evidence, and shows a group without evidence as one row without a pillar', () => {
  const ranks = (text: string) => rank(text).map(({ pillar, rank: place, score }) => [pillar, place, score]);
  expect(ranks('别的话。')).toEqual([[null, null, 0]]);
  expect(ranks('合作社成立。')).toEqual([
    ['推进产业升级', 1, expect.any(Number)],
    ['落实防贫保障', null, 0],
  ]);
});

it('lets equal scores share a rank, whatever the order of the codebook', () => {
  const mirrored = codebook(
    ['pillar'],
    [
      code('one', '甲类', 'pillar', null),
      code('two', '乙类', 'pillar', null),
      code('three', '丙类', 'pillar', null),
    ],
  );
  const ranks = rank('甲类。乙类。丙类。丙类。', frameworkOf(mirrored));
  expect(ranks.map(({ pillar, rank: place, margin }) => [pillar, place, margin > 0])).toEqual([
    ['丙类', 1, true],
    ['甲类', 2, false],
    ['乙类', 2, true],
  ]);
});
