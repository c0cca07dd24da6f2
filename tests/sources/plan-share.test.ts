import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListedFile, planShare } from '../../src/sources/plan-share.js';

const cuts = fc.constantFrom<ListedFile['cuts']>('lines', 'rows', 'nowhere');
const files = fc
  .array(fc.record({ bytes: fc.nat(500), cuts }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((one, i): ListedFile => ({ ...one, found: { path: `${i}`, source: `${i}` } })));

describe('the shares of a corpus', () => {
  it('have together each file, line and row once, in the order of the files', () => {
    fc.assert(
      fc.property(files, fc.integer({ min: 1, max: 40 }), (listed, of) => {
        const slices = Array.from({ length: of }, (_, i) => planShare(listed, { part: i + 1, of })).flat();
        for (const { found, bytes } of listed) {
          const own = slices.filter((slice) => slice.found === found);
          if (own[0]?.kind === 'whole') expect(own).toHaveLength(1);
          else if (own[0]?.kind === 'rows') {
            expect(own.map((slice) => slice.kind === 'rows' && slice.index)).toEqual([...own.keys()]);
          } else {
            const ends = own.flatMap((slice) => (slice.kind === 'lines' ? [slice.from, slice.to] : []));
            expect(ends[0]).toBe(0);
            expect(ends.at(-1)).toBe(bytes);
            for (let i = 1; i + 1 < ends.length; i += 2) expect(ends[i]).toBe(ends[i + 1]);
          }
        }
        const order = slices.map(({ found }) => Number(found.path));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it('are of like size where files can be cut', () => {
    const found = { path: 'a.jsonl', source: 'a.jsonl' };
    const slices = [1, 2, 3].flatMap((part) =>
      planShare([{ found, bytes: 300, cuts: 'lines' }], { part, of: 3 }),
    );
    expect(slices).toMatchObject([
      { from: 0, to: 100 },
      { from: 100, to: 200 },
      { from: 200, to: 300 },
    ]);
  });
});
