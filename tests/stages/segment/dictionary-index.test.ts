import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dictionaryIndex } from '../../../src/stages/segment/dictionary-index.js';

const word = fc.string({ unit: fc.constantFrom(...'扶贫产业园区𠮷ab'), minLength: 1, maxLength: 4 });

it('finds exactly the words of the file', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1 }), fc.array(word), (listed, asked) => {
      const file = listed.map((entry) => `${entry} 3 n`).join('\n');
      const has = dictionaryIndex(new TextEncoder().encode(file));
      for (const entry of listed) expect(has(entry)).toBe(true);
      for (const entry of asked) expect(has(entry)).toBe(listed.includes(entry));
    }),
  );
});
