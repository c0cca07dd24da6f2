import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NormalizedText } from '../../src/model/normalized-text.js';
import type { Span } from '../../src/model/span.js';
import { normalizeText } from '../../src/stages/normalize/normalize-text.js';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { leaveOut, leaveOutOfParts } from '../../src/text/counted-text.js';
import { normalizeAsIs, rawSpan } from '../../src/text/origins.js';
import { mixedText } from './arbitraries.js';

/** Spans of a text that rise and do not overlap; some touch each other. */
const spansOf = (text: string) => {
  const { length } = [...text];
  return fc.array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 9 }))).map((steps) => {
    const spans: Span[] = [];
    let done = 0;
    for (const [gap, width] of steps) {
      const start = done + gap;
      if (start + width > length) break;
      spans.push({ start, end: start + width });
      done = start + width;
    }
    return spans;
  });
};

const cleanTexts = mixedText('\n问答').chain((raw) => {
  const whole = normalizeText(raw);
  return spansOf(whole.text).map((spans) => ({ raw, whole, spans }));
});

/** The code points of a text, line ends aside, each with the raw text it stems from. */
const traced = (raw: string, { text, origins }: NormalizedText, isKept: (at: number) => boolean) =>
  [...text].flatMap((one, at) =>
    one === '\n' || !isKept(at)
      ? []
      : [`${one} ${sliceCodePoints(raw, rawSpan({ origins }, { start: at, end: at + 1 }))}`],
  );

const isInside = (spans: readonly Span[]) => (at: number) =>
  spans.some(({ start, end }) => start <= at && at < end);

describe('a text from which regions are left out', () => {
  it.each([
    ['whole lines', '正文一。\n参考文献\n[1] 甲。\n正文二。', '参考文献\n[1] 甲。\n', '正文一。\n正文二。'],
    ['lines without their end', '正文一。\n图1\n正文二。', '图1', '正文一。\n正文二。'],
    ['the first line', '目录\n正文。', '目录', '正文。'],
    ['the last line', '正文。\n[1] 甲。', '[1] 甲。', '正文。\n'],
    ['the middle of a line', '答：有车间。问：几个？答：三个。', '问：几个？', '答：有车间。\n答：三个。'],
    ['everything', '[1] 甲。', '[1] 甲。', ''],
  ])('keeps the rest, without gluing it together or leaving an empty line: %s', (_, text, out, kept) => {
    const start = [...text.slice(0, text.indexOf(out))].length;
    const spans = [{ start, end: start + [...out].length }];
    expect(leaveOut(normalizeAsIs(text), spans).text).toBe(kept);
  });

  it('keeps every other code point with its origin, whatever is left out', () => {
    fc.assert(
      fc.property(cleanTexts, ({ raw, whole, spans }) => {
        const isOut = isInside(spans);
        const expected = traced(raw, whole, (at) => !isOut(at));
        expect(traced(raw, leaveOut(whole, spans), () => true)).toEqual(expected);
      }),
    );
  });

  it('never joins what was apart: every line of it is a stretch of the whole text', () => {
    fc.assert(
      fc.property(cleanTexts, ({ whole, spans }) => {
        const isOut = isInside(spans);
        const kept = [...whole.text].map((one, at) => (isOut(at) ? '\n' : one)).join('');
        const lines = (text: string) => text.split('\n').filter((line) => line !== '');
        expect(lines(leaveOut(whole, spans).text)).toEqual(lines(kept));
      }),
    );
  });

  it('reads the same in parts, wherever they are cut', () => {
    fc.assert(
      fc.property(cleanTexts, fc.array(fc.nat(8)), ({ whole, spans }, widths) => {
        const rest = [...whole.text];
        const parts = [...widths.map((width) => rest.splice(0, width).join('')), rest.join('')];
        expect([...leaveOutOfParts(parts, spans)].join('')).toBe(leaveOut(whole, spans).text);
      }),
    );
  });
});
