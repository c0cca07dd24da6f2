import fc from 'fast-check';
import { expect, it } from 'vitest';
import { positionsIn } from '../../src/text/positions.js';

const text = fc.string({ unit: fc.constantFrom(...'扶贫产业\n𠮷a'), maxLength: 60 });
const word = fc.string({ unit: fc.constantFrom(...'扶贫产业a'), minLength: 2, maxLength: 3 });

it('finds the first and last place of a string as searching the text does', () => {
  fc.assert(
    fc.property(text, word, fc.nat(60), (whole, sought, from) => {
      const positions = positionsIn(whole);
      expect(positions.first(sought)).toBe(whole.indexOf(sought));
      expect(positions.first(sought, from)).toBe(from > whole.length ? -1 : whole.indexOf(sought, from));
      expect(positions.last(sought)).toBe(whole.lastIndexOf(sought));
    }),
  );
});
