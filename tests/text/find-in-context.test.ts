import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findInContext } from '../../src/text/find-in-context.js';
import { buildTermMatcher } from '../../src/text/term-matcher.js';
import { mixedText } from './arbitraries.js';

const CONTEXT = 24;
const matcher = buildTermMatcher(['振兴', '𠮷', '乡村振兴']);

it('a match has up to 24 characters of its own line on either side', () => {
  const [match] = findInContext(`前一行\n${'左'.repeat(30)}振兴${'𠮷'.repeat(3)}\n后一行`, matcher);
  expect(match).toEqual({
    start: 34,
    end: 36,
    left: '左'.repeat(CONTEXT),
    keyword: '振兴',
    right: '𠮷𠮷𠮷',
  });
});

it('the context of every match is what a walk over the characters finds', () => {
  fc.assert(
    fc.property(mixedText('振兴乡村振兴'), (text) => {
      const characters = [...text];
      expect(findInContext(text, matcher)).toEqual(
        matcher.find(text).map(({ term, start, end }) => ({
          start,
          end,
          left: characters
            .slice(Math.max(0, start - CONTEXT), start)
            .join('')
            .replace(/^.*\n/s, ''),
          keyword: term,
          right: characters
            .slice(end, end + CONTEXT)
            .join('')
            .replace(/\n.*$/s, ''),
        })),
      );
    }),
  );
});

it('ten thousand matches in a megabyte take about as long as one', () => {
  const text = `${'车间带动就业，合作社分红，村里修了路。'.repeat(2)}𠮷人人满意，乡村振兴。\n`.repeat(10_000);
  const started = performance.now();
  expect(findInContext(text, matcher)).toHaveLength(20_000);
  expect(performance.now() - started).toBeLessThan(4_000);
});
