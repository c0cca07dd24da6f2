import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalizeText } from '../../src/stages/normalize/normalize-text.js';
import { listSentences, packSentences, unpackSentences } from '../../src/text/sentence-list.js';
import { mixedText } from './arbitraries.js';

it('packed sentences are the sentences, wherever the raw text has them', () => {
  fc.assert(
    fc.property(mixedText(), (text) => {
      const sentences = listSentences(normalizeText(text, {}));
      expect(unpackSentences(packSentences(sentences))).toEqual(sentences);
    }),
  );
});

it('a note that was set apart lies before the sentences it follows', () => {
  const origins = [
    { start: 0, length: 4, origin: 0, width: null },
    { start: 4, length: 3, origin: 7, width: null },
    { start: 7, length: 4, origin: 3, width: null },
  ];
  const sentences = listSentences({ text: '村里修。\n路\n注在前。', origins });
  expect([...sentences.starts]).toEqual([0, 8, 3]);
  expect([...sentences.paragraphs]).toEqual([1, 2, 3]);
  expect(unpackSentences(packSentences(sentences))).toEqual(sentences);
});
