import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openPlaces, PLACES_PER_BLOCK, packPlaces, unpackPlaces } from '../../src/store/places-blob.js';

/** Places in lumps, as those of a frequent character, and far apart, as those of a rare one. */
const places = fc
  .array(
    fc.oneof(
      fc.nat(PLACES_PER_BLOCK - 1),
      fc.nat(300),
      fc.integer({ min: 65_500, max: 65_600 }),
      fc.integer({ min: PLACES_PER_BLOCK - 70_000, max: PLACES_PER_BLOCK - 1 }),
    ),
    { maxLength: 200 },
  )
  .map((all) => [...new Set(all)].sort((a, b) => a - b));

it('packed places are the places, and each search finds the first one at or behind what is asked for', () => {
  fc.assert(
    fc.property(places, fc.array(fc.nat(PLACES_PER_BLOCK - 1)), (all, asked) => {
      const blob = packPlaces(Uint32Array.from(all));
      expect(unpackPlaces(blob)).toEqual(all);
      const seek = openPlaces(blob);
      for (const at of [...asked, ...all.slice(0, 3)].sort((a, b) => a - b)) {
        expect(seek(at)).toBe(all.find((place) => place >= at) ?? Number.POSITIVE_INFINITY);
      }
    }),
  );
});

it('a block that has one character everywhere is packed', () => {
  const all = Uint32Array.from({ length: PLACES_PER_BLOCK }, (_, place) => place);
  const seek = openPlaces(packPlaces(all));
  for (const at of [0, 65_535, 65_536, PLACES_PER_BLOCK - 1]) expect(seek(at)).toBe(at);
  expect(seek(PLACES_PER_BLOCK)).toBe(Number.POSITIVE_INFINITY);
});
