import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineIndex } from '../../../src/stages/segment/line-index.js';

const word = fc.string({ unit: fc.constantFrom(...'扶贫产业园区𠮷ab'), minLength: 1, maxLength: 4 });

it('finds exactly the words of the file, and what follows each', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1 }), fc.array(word), (listed, asked) => {
      const file = listed.map((entry, i) => `${entry} ${i} n`).join('\n');
      const find = lineIndex(file);
      for (const [i, entry] of listed.entries()) expect(file.startsWith(`${i} n`, find(entry))).toBe(true);
      for (const entry of asked) expect(find(entry) >= 0).toBe(listed.includes(entry));
    }),
  );
});
