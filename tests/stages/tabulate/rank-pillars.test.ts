import { expect, it } from 'vitest';
import { frameworkOf } from '../../../src/model/framework.js';
import { passageCoder } from '../../../src/stages/code/code-passages.js';
import { rankPillars, TWO_CANDIDATES } from '../../../src/stages/tabulate/rank-pillars.js';
import { codedText } from '../code/coded-text.js';
import { VILLAGE } from '../village-codebook.js';

const framework = frameworkOf(VILLAGE);
const rank = (text: string, book = framework) => {
  const { assignments } = passageCoder(book)(codedText(text));
  return rankPillars(book, new Map([['JX', ['JX01']]]), [], assignments);
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
  expect(rank('网格员上门。合作社成立。')[0]?.margin).toBeLessThan(TWO_CANDIDATES);
  expect(rank('网格员上门。返贫监测。织密防贫网。合作社成立。')[0]?.margin).toBeGreaterThan(TWO_CANDIDATES);
});

it('takes the weight a codebook gives to a code', () => {
  const weighed = VILLAGE.codes.map((one) => (one.id === 'cooperative' ? { ...one, weight: 9 } : one));
  const text = '网格员上门。返贫监测。合作社成立。';
  expect(rank(text)[0]?.pillar).toBe('落实防贫保障');
  expect(rank(text, frameworkOf({ ...VILLAGE, codes: weighed }))[0]?.pillar).toBe('推进产业升级');
});

it('gives every pillar a rank, also without any evidence', () => {
  expect(rank('别的话。').map(({ rank: place, score, share }) => [place, score, share])).toEqual([
    [1, 0, 0],
    [2, 0, 0],
  ]);
});
