import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinAddedWords } from '../../../src/stages/segment/added-words.js';

const part = fc.constantFrom('甲', '乙', '丙丁', '，').map((word) => ({ word, isJoined: false }));
const pieces = fc.array(fc.array(part, { maxLength: 6 }), { maxLength: 6 });
const words = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom(...'甲乙丙丁，'), minLength: 2, maxLength: 6 }),
);

it('joins the same words however the parts are cut into pieces, the longest first', () => {
  fc.assert(
    fc.property(pieces, words, (given, taught) => {
      const added = {
        pos: new Map(taught.map((word) => [word, 'n_new'])),
        longest: Math.max(0, ...taught.map((word) => word.length)),
      };
      const join = (parts: typeof given) =>
        [...joinAddedWords(parts, added, (word) => ({ word, isJoined: true }))].flat();
      const joined = join(given);
      expect(joined).toEqual(join([given.flat()]));
      expect(joined.map(({ word }) => word).join('')).toBe(
        given.flatMap((piece) => piece.map(({ word }) => word)).join(''),
      );
      const [first] = joined;
      const starts = given.flat().map((_, n) =>
        given
          .flat()
          .slice(0, n + 1)
          .map(({ word }) => word)
          .join(''),
      );
      const longest = starts
        .slice(1)
        .filter((start) => taught.includes(start))
        .at(-1);
      if (first)
        expect(first).toEqual(longest === undefined ? given.flat()[0] : { word: longest, isJoined: true });
    }),
  );
});
