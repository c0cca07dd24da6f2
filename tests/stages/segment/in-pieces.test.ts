import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inPieces } from '../../../src/stages/segment/in-pieces.js';

const text = fc.string({ unit: fc.constantFrom(...'扶贫，。 \n𠮷'), maxLength: 60 });

it('cuts a text behind separators, else between characters, and loses nothing', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const pieces = inPieces(whole, 8);
      expect(pieces.join('')).toBe(whole);
      for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
      for (const piece of pieces.slice(0, -1)) {
        expect(piece.length).toBeLessThanOrEqual(8);
        if (/[，。 \n]/.test(piece)) expect(piece).toMatch(/[，。 \n]$/);
      }
    }),
  );
});
