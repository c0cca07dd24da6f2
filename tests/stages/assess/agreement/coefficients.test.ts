import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSingleCoded, judgedUnit, rateUnits } from '../../../../src/stages/assess/agreement/judged-unit.js';
import { measureAgreement } from '../../../../src/stages/assess/agreement/measure-agreement.js';

const FEW = { resamples: 10, seed: 7 };

type Row = readonly (readonly string[] | null)[];

function measure(rows: readonly Row[], resampling = FEW, clusterOf = (at: number) => `${at}`) {
  const units = rows.map((given, at) => judgedUnit(clusterOf(at), given));
  const coders = (rows[0] ?? []).map((_, at) => `coder ${at}`);
  return measureAgreement(rateUnits(coders, units, { isSingle: isSingleCoded(units) }), resampling);
}

/** Rows of one digit a coder, `_` for what they did not judge. */
const rowsOf = (rows: readonly string[]): Row[] =>
  rows.map((row) => [...row].map((cell) => (cell === '_' ? null : [cell])));

/** Rows of a contingency table of two coders. */
const rowsOfTable = (table: readonly (readonly number[])[]): Row[] =>
  table.flatMap((counts, one) =>
    counts.flatMap((count, other) => Array.from({ length: count }, (): Row => [[`${one}`], [`${other}`]])),
  );

const valuesOf = (rows: readonly Row[]) =>
  Object.fromEntries(
    Object.entries(measure(rows).all.measures).map(([name, figure]) => [name, figure.value]),
  );

describe('examples of the literature', () => {
  it('are met for 4 coders and 12 units with missing judgements (Krippendorff 2011; Gwet 2014)', () => {
    const values = valuesOf(
      rowsOf([
        '11_1',
        '2232',
        '3333',
        '3333',
        '2222',
        '1234',
        '4444',
        '1121',
        '2222',
        '_555',
        '__11',
        '__3_',
      ]),
    );
    expect(values['percent']).toBeCloseTo(0.81818, 5);
    expect(values['alpha']).toBeCloseTo(0.74342, 5);
    expect(values['ac1']).toBeCloseTo(0.77544, 5);
    expect(values['fleiss']).toBeCloseTo(0.76117, 5);
    expect(values['brennan-prediger']).toBeCloseTo(0.77273, 5);
  });

  it('are met for two abstractors and three diagnoses (Gwet 2014)', () => {
    const values = valuesOf(
      rowsOfTable([
        [13, 0, 0],
        [0, 20, 7],
        [0, 4, 56],
      ]),
    );
    expect(values['kappa']).toBeCloseTo(0.79641, 5);
    expect(values['fleiss']).toBeCloseTo(0.79624, 5);
    expect(values['ac1']).toBeCloseTo(0.84933, 5);
    expect(values['alpha']).toBeCloseTo(0.79726, 5);
    expect(values['brennan-prediger']).toBeCloseTo(0.835, 5);
  });

  it('are met for 6 raters and 15 subjects (Fleiss 1971, as in Gwet 2014)', () => {
    const counts = [
      '00060',
      '03003',
      '01401',
      '00006',
      '03030',
      '20400',
      '00402',
      '20310',
      '20040',
      '00006',
      '10050',
      '11040',
      '03300',
      '10050',
      '02031',
    ];
    const rows = counts.map((row) =>
      [...row].flatMap((count, code) => Array.from({ length: Number(count) }, () => [`${code}`])),
    );
    const values = valuesOf(rows);
    expect(values['fleiss']).toBeCloseTo(0.41393, 5);
    expect(values['ac1']).toBeCloseTo(0.4448, 5);
    expect(values['alpha']).toBeCloseTo(0.42044, 5);
  });

  it('are met where κ collapses under skew and AC1 does not (118, 5, 2, 0)', () => {
    const values = valuesOf(
      rowsOfTable([
        [118, 5],
        [2, 0],
      ]),
    );
    expect(values['percent']).toBe(0.944);
    expect(values['kappa']).toBeCloseTo(-0.0234, 4);
    expect(values['ac1']).toBeCloseTo(0.9408, 4);
  });

  it('expect agreement over all units, coded or not: 80 of 100 and 100 in 10,000 is κ = 0.80', () => {
    const coded = (one: boolean, other: boolean, count: number) =>
      Array.from({ length: count }, (): Row => [one ? ['c'] : [], other ? ['c'] : []]);
    const { codes } = measure([
      ...coded(true, true, 80),
      ...coded(true, false, 20),
      ...coded(false, true, 20),
      ...coded(false, false, 9880),
    ]);
    expect(codes[0]?.all.kappa?.value).toBeCloseTo(0.798, 3);
    expect(codes[0]?.coded.kappa?.value).toBeLessThan(0);
    expect(codes[0]).toMatchObject({ positives: 120, prevalence: 0.01, biasIndex: 0 });
  });
});

describe('what Chinese papers print', () => {
  const rows: Row[] = [
    [['a'], ['a'], ['a']],
    [['a', 'b'], ['b'], ['b']],
    [['a'], ['b'], []],
  ];

  it('is K as the mean of pairs, R from it, and CA of what all coders gave', () => {
    // Codings: 4, 3 and 2. In common: 2 of the first and second, 2 of the first and third, 2 of the others.
    const k = (4 / 7 + 4 / 6 + 4 / 5) / 3;
    const { holsti, reliability, 'category-agreement': ca } = valuesOf(rows);
    expect(holsti).toBeCloseTo(k, 6);
    expect(reliability).toBeCloseTo((3 * k) / (1 + 2 * k), 6);
    expect(ca).toBeCloseTo((3 * 2) / 9, 6);
  });
});

describe('several codes a unit', () => {
  it('pools mean observed and mean expected agreement of the codes', () => {
    const rows: Row[] = [
      [['a', 'b'], ['a']],
      [['b'], ['b']],
      [[], ['a']],
      [[], []],
    ];
    // a: observed 3/4, expected 1/4·1/2 + 3/4·1/2; b: observed 3/4, expected 1/2·1/4 + 1/2·3/4.
    expect(measure(rows).all.measures.kappa?.value).toBeCloseTo((3 / 4 - 1 / 2) / (1 / 2), 6);
  });

  it('compares sets of codes by MASI', () => {
    // One unit {a} with {a, b}: distance 1 − ½·⅔ = ⅔; one of two equal sets {c}. Of the 12 ordered pairs of 4 ratings
    // two have distance 0, two have ⅔, eight have 1.
    const rows: Row[] = [
      [['a'], ['a', 'b']],
      [['c'], ['c']],
    ];
    const expected = (2 * (2 / 3) + 8) / 12;
    expect(measure(rows).all.measures['alpha-masi']?.value).toBeCloseTo(1 - 1 / 3 / expected, 6);
  });

  it('takes what a coder said of one code alone for that code only', () => {
    const units = [
      {
        cluster: 'A',
        full: 0,
        said: [
          { code: 'a', yes: 0b01, no: 0b10, silent: 0 },
          { code: 'b', yes: 0b01, no: 0, silent: 0 },
        ],
        time: null,
      },
      { cluster: 'B', full: 0, said: [{ code: 'a', yes: 0b11, no: 0, silent: 0 }], time: null },
    ];
    const { codes } = measureAgreement(rateUnits(['x', 'y'], units, { isSingle: false }), FEW);
    expect(codes.map(({ code, all }) => [code, all.percent?.value])).toEqual([
      ['a', 0.5],
      ['b', null],
    ]);
  });
});

it('is undefined where all coders say the same of everything', () => {
  const { all } = measure([
    [['a'], ['a']],
    [['a'], ['a']],
  ]);
  expect(all.measures.percent?.value).toBe(1);
  for (const name of ['alpha', 'kappa', 'ac1', 'brennan-prediger', 'fleiss'] as const) {
    expect(all.measures[name]?.value).toBeNull();
  }
});

it('has no value, rather than a wrong one, where nobody judged the same unit', () => {
  const { all } = measure([
    [['a'], null],
    [null, ['a']],
  ]);
  expect(Object.values(all.measures).every(({ value }) => value === null)).toBe(true);
});

describe('for any judgements', () => {
  const codes = fc.constantFrom('a', 'b', 'c', 'd');
  const coding = (most: number) => fc.uniqueArray(codes, { maxLength: most });
  const judged = fc.integer({ min: 1, max: 2 }).chain((most) =>
    fc.integer({ min: 2, max: 4 }).chain((coders) =>
      fc.array(fc.array(fc.option(coding(most), { freq: 5 }), { minLength: coders, maxLength: coders }), {
        minLength: 1,
        maxLength: 25,
      }),
    ),
  );

  it('values do not depend on what codes are called', () => {
    const other: Readonly<Record<string, string>> = { a: 'z', b: 'y', c: 'x', d: 'w' };
    fc.assert(
      fc.property(judged, (rows) => {
        const renamed = rows.map((row) =>
          row.map((own) => own?.map((code) => other[code] as string) ?? null),
        );
        expect(measure(renamed).all.measures).toEqual(measure(rows).all.measures);
      }),
      { numRuns: 60 },
    );
  });

  it('values do not depend on the order of the coders', () => {
    fc.assert(
      fc.property(judged, (rows) => {
        const reversed = rows.map((row) => [...row].reverse());
        expect(measure(reversed).all.measures).toEqual(measure(rows).all.measures);
      }),
      { numRuns: 60 },
    );
  });

  it('perfect agreement is 1, or undefined', () => {
    const agreed = fc.array(coding(2), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(agreed, fc.integer({ min: 2, max: 4 }), (given, coders) => {
        const rows = given.map((own) => Array.from({ length: coders }, () => own));
        const { measures } = measure(rows).all;
        for (const { value } of Object.values(measures)) expect([1, null]).toContain(value);
        const isVaried = new Set(given.map((own) => [...own].sort().join())).size > 1;
        if (isVaried) expect(measures.alpha?.value).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('the same seed gives the same intervals', () => {
    fc.assert(
      fc.property(judged, (rows) => {
        expect(measure(rows)).toEqual(measure(rows));
      }),
      { numRuns: 20 },
    );
  });
});

describe('intervals', () => {
  const rows = Array.from({ length: 60 }, (_, at): Row => [[`${at % 3}`], [`${at % 7 === 0 ? 2 : at % 3}`]]);

  it('are drawn from whole cases: cases that repeat one unit make them wider', () => {
    const width = (clusterOf: (at: number) => string, given: readonly Row[]) => {
      const { low, high } = measure(given, { resamples: 400, seed: 3 }, clusterOf).all.measures.alpha ?? {};
      return (high ?? 0) - (low ?? 0);
    };
    const repeated = rows.flatMap((row) => [row, row, row, row]);
    const byCase = width((at) => `${Math.floor(at / 4)}`, repeated);
    const byUnit = width((at) => `${at}`, repeated);
    expect(byCase).toBeGreaterThan(1.5 * byUnit);
  });

  it('change with the seed and contain the value', () => {
    const [one, other] = [1, 2].map((seed) => measure(rows, { resamples: 200, seed }).all.measures.alpha);
    expect(one).not.toEqual(other);
    expect(one?.low).toBeLessThan(one?.value ?? 0);
    expect(one?.high).toBeGreaterThan(one?.value ?? 0);
  });

  it('are not drawn from one case', () => {
    const { alpha } = measure(rows, FEW, () => 'A').all.measures;
    expect(alpha).toMatchObject({ low: null, high: null });
  });
});
