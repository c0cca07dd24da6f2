import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCountLine,
  formatCountsHeader,
  parseCountLine,
  parseCountsHeader,
} from '../../src/formats/count-lines.js';
import type { NeighbourCounts, StringCounts } from '../../src/model/string-counts.js';

const KIND = { maxLength: 4, toolVersion: '0.1.0' };
const LINE = '扶贫\t3\t2\t2\t1\t3\t1\t0\t0\t|2在1\t|1产2';

/** Neighbours of so many occurrences. */
const neighbours = (frequency: number) =>
  fc
    .subarray([0, 0x3007, 0x4e00, 0xf900, 0x20bb7], { minLength: 1, maxLength: 5 })
    .map((codes) => codes.flatMap((code, i) => [code, i === 0 ? frequency - codes.length + 1 : 1]));
const stringCounts = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'扶贫〇𠮷'), minLength: 1, maxLength: 4 }),
    fc.integer({ min: 5, max: 1e9 }),
  )
  .chain(([text, frequency]) => {
    const upTo = (most: number) => fc.integer({ min: 0, max: most });
    return fc.record({
      text: fc.constant(text),
      frequency: fc.constant(frequency),
      cases: fc.integer({ min: 1, max: frequency }),
      aligned: upTo(frequency),
      whole: upTo(frequency),
      onKnownCuts: upTo(frequency),
      knownCutsInside: upTo(frequency * ([...text].length - 1)),
      begins: upTo(frequency),
      ends: upTo(frequency),
      left: neighbours(frequency) as fc.Arbitrary<NeighbourCounts>,
      right: neighbours(frequency) as fc.Arbitrary<NeighbourCounts>,
    });
  }) satisfies fc.Arbitrary<StringCounts>;

describe('a line of counts', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(stringCounts, (counts) => {
        expect(parseCountLine(formatCountLine(counts), KIND)).toEqual(counts);
      }),
    );
  });

  it('is read as documented', () => {
    expect(parseCountLine(LINE, KIND)).toEqual({
      text: '扶贫',
      frequency: 3,
      cases: 2,
      aligned: 2,
      whole: 1,
      onKnownCuts: 3,
      knownCutsInside: 1,
      begins: 0,
      ends: 0,
      left: [0, 2, 0x5728, 1],
      right: [0, 1, 0x4ea7, 2],
    });
  });

  it.each([
    ['a column too few', LINE.replace(/\t[^\t]*$/, ''), 'columns'],
    ['a column too many', `${LINE}\t`, 'columns'],
    ['an empty line', '', 'columns'],
    ['no string', LINE.replace('扶贫', ''), 'string'],
    ['another script', LINE.replace('扶贫', 'abc'), 'string'],
    ['a string beyond the longest', LINE.replace('扶贫', '扶贫扶贫扶'), 'string'],
    ['a negative count', LINE.replace('\t3\t', '\t-3\t'), 'number'],
    ['a fraction', LINE.replace('\t3\t', '\t3.5\t'), 'number'],
    ['another way to write a number', LINE.replace('\t3\t', '\t03\t'), 'number'],
    ['a count that is too large to be exact', LINE.replace('\t3\t', '\t9007199254740993\t'), 'number'],
    ['more cases than occurrences', LINE.replace('\t2\t', '\t4\t'), 'more-than-frequency'],
    ['a string that stands in no case', LINE.replace('\t2\t', '\t0\t'), 'more-than-frequency'],
    ['more cuts than places', LINE.replace('\t3\t1\t0', '\t3\t4\t0'), 'more-than-frequency'],
    ['a neighbour too few', LINE.replace('在1', ''), 'neighbours'],
    ['neighbours out of order', LINE.replace('|2在1', '在1|2'), 'neighbours'],
    ['a neighbour twice', LINE.replace('|2在1', '|1|1在1'), 'neighbours'],
    ['a neighbour without a count', LINE.replace('在1', '在'), 'neighbours'],
    ['a line end of Windows', `${LINE}\r`, 'neighbours'],
  ])('is refused with %s', (_, line, fault) => {
    expect(parseCountLine(line, KIND)).toBe(fault);
  });
});

describe('the header of counts', () => {
  it('gives back what was written', () => {
    expect(parseCountsHeader(formatCountsHeader(KIND))).toEqual(KIND);
  });

  it.each([
    ['another file', 'word\tpos\tscore'],
    ['a later format', '#zhagen-counts\tformat=2\tmax-length=8\tzhagen=9.0.0'],
    ['no length', '#zhagen-counts\tformat=1\tmax-length=0\tzhagen=0.1.0'],
  ])('is not found in %s', (_, line) => {
    expect(parseCountsHeader(line)).toBeUndefined();
  });
});
