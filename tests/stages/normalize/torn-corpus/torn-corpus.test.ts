import { describe, expect, it } from 'vitest';
import { type LabelledDocument, readOwnDocuments } from '../labelled-places.js';
import { layouts } from './layouts.js';
import { type Figures, measure } from './measure.js';
import { hasCorpora, readCorpus, readOwnSources, type Source } from './sources.js';
import { tornDocuments } from './torn-documents.js';

const wrapped = layouts.filter(({ widths }) => widths[0] > 0);
const unwrapped = layouts.filter(({ widths, hasPages }) => widths[0] === 0 && hasPages);
const whole = layouts.filter(({ hasPages }) => !hasPages);

const shareOf = (part: number, all: number) => part / Math.max(all, 1);

function expectGoodJoins({ joins, right, torn }: Figures, least: { precision: number; recall: number }) {
  expect(shareOf(right, joins)).toBeGreaterThanOrEqual(least.precision);
  expect(shareOf(right, torn)).toBeGreaterThanOrEqual(least.recall);
}

function expectOf(sources: readonly Source[], least: { heads: number; recall: number }): void {
  const tornAs = (some: typeof layouts): LabelledDocument[] =>
    some.flatMap((layout) => tornDocuments(sources, layout));
  const lines = measure(tornAs(wrapped));
  expect(lines.torn).toBeGreaterThan(1000);
  expectGoodJoins(lines, { precision: 0.985, recall: 0.985 });
  expect(shareOf(lines.gone, lines.heads)).toBeGreaterThanOrEqual(least.heads);
  expect(lines.lost).toBeLessThanOrEqual(lines.torn / 1000);
  const paragraphs = measure(tornAs(unwrapped));
  expectGoodJoins(paragraphs, { precision: 0.95, recall: least.recall });
  // Two lines of a refrain are lost beside the numbers of pages.
  expect(paragraphs.lost).toBeLessThanOrEqual(2);
  const untorn = measure(tornAs(whole));
  expect(untorn.lost).toBe(0);
  expect(untorn.joins).toBeLessThanOrEqual(untorn.documents / 5);
}

describe('texts torn on purpose, of which it is known what belongs together', () => {
  it('of our own cases come together again, and running heads vanish', () => {
    expectOf(readOwnSources(), { heads: 0.8, recall: 0.4 });
  });

  it.skipIf(!hasCorpora)('of laws and reports beside the project, too (skipped without ../shared)', () => {
    expectOf([...readCorpus('govreports', 13), ...readCorpus('laws', 350)], { heads: 0.93, recall: 0.55 });
  });
});

describe('texts that were labelled before they were cleaned for the first time', () => {
  const { joins, right, torn, heads, gone, lost } = measure(readOwnDocuments('blind-texts'));

  it('have most torn sentences whole, hardly any wrong join, and no line lost', () => {
    expect(torn).toBeGreaterThan(70);
    expect(shareOf(right, joins)).toBeGreaterThanOrEqual(0.95);
    expect(shareOf(right, torn)).toBeGreaterThanOrEqual(0.85);
    expect(lost).toBe(0);
  });

  it('have most running heads gone', () => {
    expect(shareOf(gone, heads)).toBeGreaterThanOrEqual(0.8);
  });
});
