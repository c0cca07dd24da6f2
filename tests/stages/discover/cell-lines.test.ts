import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCells, parseCells } from '../../../src/stages/discover/cell-lines.js';
import { openEncoder } from '../../../src/stages/discover/encode-corpus.js';
import { openSegmenter } from '../../../src/stages/segment/jieba.js';

const segmenter = openSegmenter();
const encode = openEncoder(segmenter);

/** What may stand in a text: words, names, figures with measures, mixed words, rare characters, everything else. */
const stretch = fc.oneof(
  fc.constantFrom(
    ...['扶贫车间', '招工', '的', '了', '张某某', '卡拉OK', '12个', '3万元', '，', '\n', ' ', 'GDP'],
  ),
  fc.constantFrom(...['𠀀𪜀', '\t', '\u2028', '\0', '\r', '＝+|=', '6', '一'.repeat(300), '𪜀'.repeat(260)]),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const piece = fc.record({
  text: fc.array(stretch, { maxLength: 12 }).map((parts) => parts.join('')),
  begins: fc.boolean(),
});

describe('cells as lines', () => {
  it('come back as they were, whatever stands in a text and wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const corpus = encode(pieces);
        const lines = formatCells(corpus);
        expect(parseCells(lines)).toEqual(corpus);
        expect(lines.split('\n').slice(0, -1).join('')).not.toMatch(/[\r\t\0\u2028\s]/);
      }),
      { numRuns: 300 },
    );
  });

  it('can be read by a person: marks before tokens, a bar for all that is not Chinese', () => {
    expect(formatCells(encode([{ text: '扶贫车间招工，3万元。\n不的', begins: true }]))).toBe(
      '=6扶贫6车间6招工|0不0的\n',
    );
    const mixed = openEncoder({ tag: () => [{ word: '阿Q', tag: 'nr' }] });
    const corpus = mixed([{ text: '阿Q', begins: true }]);
    expect(formatCells(corpus)).toBe('=8阿\n');
    expect(parseCells('=8阿\n')).toEqual(corpus);
  });

  it.each(['6扶贫\n', '=6扶贫', '=A扶贫\n', '=6\n', '=扶贫\n'])('are not %j', (lines) => {
    expect(parseCells(lines)).toBeUndefined();
  });
});
