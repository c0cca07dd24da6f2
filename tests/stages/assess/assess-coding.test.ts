import { expect, it } from 'vitest';
import { assessCoding } from '../../../src/stages/assess/assess-coding.js';
import { ONE_LEVEL } from '../village-codebook.js';

const pairs = (...keys: string[]) =>
  keys.map((key) => {
    const [caseId = '', codeId = ''] = key.split(' ');
    return { caseId, codeId };
  });

it('counts hits, false alarms and misses over all and for each code', () => {
  const rows = assessCoding(
    ONE_LEVEL.codes,
    pairs('A park', 'B park', 'A grid'),
    pairs('A park', 'A park', 'C park'),
  );
  expect(rows).toEqual([
    { code: '', codeId: '', hits: 1, falseAlarms: 1, misses: 2, precision: 0.5, recall: 1 / 3, f1: 0.4 },
    {
      code: '扶贫产业园',
      codeId: 'park',
      hits: 1,
      falseAlarms: 1,
      misses: 1,
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
    },
    {
      code: '网格管理',
      codeId: 'grid',
      hits: 0,
      falseAlarms: 0,
      misses: 1,
      precision: null,
      recall: 0,
      f1: 0,
    },
  ]);
});

it('gives no share of nothing', () => {
  expect(assessCoding(ONE_LEVEL.codes, [], [])).toMatchObject([{ precision: null, recall: null, f1: null }]);
});
