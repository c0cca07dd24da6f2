import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Segmenter } from '../../../src/model/token.js';
import { encodeCorpus } from '../../../src/stages/discover/encode-corpus.js';
import { joinCorpora } from '../../../src/stages/discover/join-corpora.js';

/** Words of two characters, some of them guessed. */
const byPairs: Segmenter = {
  tag: (text) => (text.match(/../gsu) ?? []).map((word) => ({ word, tag: word < '丙' ? 'x' : 'n' })),
  cut: () => [],
  addWords: () => {},
  inDictionary: () => false,
};
const text = fc.string({ unit: fc.constantFrom(...'甲乙丙的𠮷。a1\n'), maxLength: 30 });

it('joins parts into what encoding the whole gives, however the texts are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 5 }), (parts) => {
      const encoded = parts.map((texts) => encodeCorpus(texts, byPairs));
      expect(joinCorpora(encoded)).toEqual(encodeCorpus(parts.flat(), byPairs));
      const [first, ...rest] = encoded;
      if (first) expect(joinCorpora([first, joinCorpora(rest)])).toEqual(joinCorpora(encoded));
    }),
  );
});
