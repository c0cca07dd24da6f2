import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { splitSentences } from '../../src/text/sentences.js';
import { mixedText } from './arbitraries.js';

const sentencesOf = (text: string) => splitSentences(text).map((span) => sliceCodePoints(text, span));

describe('splitSentences', () => {
  it('ends sentences at full stops, exclamations, questions, semicolons and ellipses', () => {
    expect(sentencesOf('路通了。谁来修？大家修！一修桥；二修渠。后来……就好了')).toEqual([
      '路通了。',
      '谁来修？',
      '大家修！',
      '一修桥；',
      '二修渠。',
      '后来……',
      '就好了',
    ]);
  });

  it('keeps closing quotes and brackets with their sentence', () => {
    expect(sentencesOf('他说：“日子好了。”（笑。）。“真的！”')).toEqual([
      '他说：“日子好了。”',
      '（笑。）。',
      '“真的！”',
    ]);
  });

  it('keeps a straight quote with the sentence that it closes, and leaves one that opens to the next', () => {
    expect(sentencesOf('他说："日子好了。"大家笑了。"真的！"她说。')).toEqual([
      '他说："日子好了。"',
      '大家笑了。',
      '"真的！"',
      '她说。',
    ]);
    expect(sentencesOf(`他问：'谁来修？'。"it's done！"好。`)).toEqual([
      "他问：'谁来修？'。",
      `"it's done！"`,
      '好。',
    ]);
    expect(sentencesOf('苗高5"。\n"好。"走。')).toEqual(['苗高5"。', '"好。"', '走。']);
  });

  it('ends sentences at line ends and drops the blank around them', () => {
    expect(sentencesOf('一、产业 \n\n　　种桃。 养蜂。\n')).toEqual(['一、产业', '种桃。', '养蜂。']);
  });

  it('finds nothing in a blank text', () => {
    expect(splitSentences(' \n　\n')).toEqual([]);
  });

  it('covers everything but blanks, in order, with trimmed spans that are never empty', () => {
    fc.assert(
      fc.property(mixedText(), (text) => {
        const spans = splitSentences(text);
        let rest = '';
        let done = 0;
        for (const span of spans) {
          const sentence = sliceCodePoints(text, span);
          expect(span.start).toBeGreaterThanOrEqual(done);
          expect(sentence).not.toBe('');
          expect(sentence.trim()).toBe(sentence);
          expect(sentence).not.toContain('\n');
          rest += sliceCodePoints(text, { start: done, end: span.start });
          done = span.end;
        }
        rest += sliceCodePoints(text, { start: done, end: [...text].length });
        expect(rest.trim()).toBe('');
      }),
    );
  });

  it('stays linear on long runs without an end', () => {
    const started = performance.now();
    splitSentences(`${'啊'.repeat(1_000_000)}\n${'”'.repeat(1_000_000)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
