import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPSS_NAMES } from '../../../src/formats/statistics/spss-syntax.js';
import { STATA_NAMES } from '../../../src/formats/statistics/stata-do.js';
import { variableNames } from '../../../src/formats/statistics/variable-names.js';

const wanted = fc.array(
  fc.record({
    words: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('ALL', 'by', '公共服务均等化'.repeat(9), '公共服务均等化'.repeat(9), '', '2020', '_n'),
    ),
    ending: fc.constantFrom('', '_n'),
  }),
);

describe('variableNames', () => {
  it.each([
    ['SPSS', SPSS_NAMES],
    ['Stata', STATA_NAMES],
  ])('gives %s names that it takes, each once whatever the case of its letters', (_, rules) => {
    fc.assert(
      fc.property(wanted, (all) => {
        const names = variableNames(
          all.map((short) => ({ name: '', short })),
          rules,
        );
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(all.length);
        for (const [at, name] of names.entries()) {
          expect(name).toMatch(/^\p{L}[\p{L}\p{N}_]*$/u);
          expect(rules.lengthOf(name)).toBeLessThanOrEqual(rules.limit);
          expect(rules.isReserved(name.toLowerCase())).toBe(false);
          expect(name.endsWith(all[at]?.ending ?? '')).toBe(true);
        }
      }),
    );
  });
});
