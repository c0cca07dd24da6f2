import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.js';
import type { SplitBy } from '../../../src/model/split-by.js';
import { mixedText } from '../../text/arbitraries.js';
import { checkSplit } from './check-split.js';

const BY: readonly SplitBy[] = [
  { kind: 'heading', level: 1 },
  { kind: 'heading', level: 2 },
  { kind: 'contents' },
  { kind: 'line', pattern: '^案例' },
];
const record = (text: string) => ({ text, source: '汇编.md', attributes: {} });

/** Titles as compilations have them, also such as break what is built of them. */
const title = fc.oneof(
  fc.constantFrom(
    '案例一 扶贫车间',
    '案例 (2)',
    '案例',
    '案例1',
    '案例/健康#扶贫',
    '案例𠮷村',
    `案例${'长'.repeat(120)}`,
  ),
  mixedText('案例').map((text) => `案例${text.replaceAll(/\s+/gu, ' ')}`),
);
const sections = fc.array(fc.tuple(title, fc.array(mixedText('案例目录#'), { maxLength: 3 })), {
  maxLength: 6,
});
const LINE_ENDS = ['\n', '\r\n', '\r', '\n\n', '\f', ' \n\u3000\u3000'];
/** A compilation with contents or without, whose headings have signs of Markdown or none. */
const compilation = fc
  .record({
    sections,
    end: fc.constantFrom(...LINE_ENDS),
    sign: fc.constantFrom('', '# ', '## ', '#'),
    dots: fc.constantFrom('', '……1', '\t1', '1'),
  })
  .map(({ sections: all, end, sign, dots }) =>
    [
      ...(dots === '' ? [] : ['目录', ...all.map(([name]) => name + dots)]),
      ...all.flatMap(([name, texts]) => [sign + name, ...texts]),
    ].join(end),
  );

describe('a document that is split', () => {
  it('loses no character and has no two cases of one id, however it is written', () => {
    fc.assert(
      fc.property(compilation, fc.constantFrom(...BY), (text, by) => {
        try {
          checkSplit(record(text), by);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is split into the cases that it was made of', () => {
    const story = mixedText().map((text) => `村里${text.replaceAll(/[#`~]/g, '')}`);
    const stories = fc.array(story, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        stories,
        fc.constantFrom('\n', '\r\n', '\f'),
        fc.constantFrom(BY[0], BY[3]),
        (texts, end, by) => {
          const parts = texts.map((text, at) => `# 案例${at}${end}${text}`);
          const whole = record(`序言${end}${parts.join(end)}`);
          const cases = checkSplit(whole, by as SplitBy);
          expect(cases.map(({ text }) => text.trim())).toEqual(parts.map((part) => part.trim()));
        },
      ),
    );
  });
});
