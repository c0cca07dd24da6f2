import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSegmenter } from '../../../src/stages/segment/jieba.js';
import { segmentText } from '../../../src/stages/segment/segment-text.js';
import { codePointLength, sliceCodePoints } from '../../../src/text/code-points.js';

const segmenter = openSegmenter();
const pieces = fc.constantFrom(
  ...[
    '扶贫产业园',
    '𠮷野家',
    '😀',
    '👨‍👩‍👧',
    '\r\n',
    '\n',
    '２０２０年',
    'ＮＬＰ',
    ' ',
    '\u0000',
    '。',
    '“五防”',
    '䶮',
    'é',
  ],
);
const text = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));

describe('segmentText', () => {
  it('covers any text without a gap, in code points', () => {
    fc.assert(
      fc.property(text, (given) => {
        const tokens = [...segmentText(segmenter, given)];
        expect(tokens.map(({ word }) => word).join('')).toBe(given);
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBe(end);
          expect(sliceCodePoints(given, token)).toBe(token.word);
          end = token.end;
        }
        expect(end).toBe(codePointLength(given));
      }),
    );
  });

  it('keeps a lone surrogate as it stands in the text', () => {
    expect(Array.from(segmentText(segmenter, '脱贫\ud83d攻坚'), ({ word }) => word)).toEqual([
      '脱贫',
      '\ud83d',
      '攻坚',
    ]);
  });

  it('counts spans after rare characters and line ends', () => {
    const tokens = [...segmentText(segmenter, '𠮷县😀\r\n扶贫')];
    expect(tokens.at(-1)).toEqual({ word: '扶贫', pos: 'v', start: 5, end: 7 });
  });
});
