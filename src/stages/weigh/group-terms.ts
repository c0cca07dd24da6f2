import type { Candidate, CaseTerm } from '../../model/candidate.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import { quantise } from '../../text/quantise.js';

/** A word of a group of cases before it is weighed. */
export type GroupTerm = Omit<Candidate, 'group' | 'rank' | 'weight'> & Pick<CaseTerm, 'begins' | 'ends'>;

/** Adds up the terms of the cases of a group, word by word; the most frequent part of speech stands. */
export function addUpTerms(terms: readonly CaseTerm[]): GroupTerm[] {
  const byWord = groupBy(terms, ({ word }) => word);
  return Array.from(byWord, ([word, rows]) =>
    rows.length === 1 ? ofOne(rows[0] as CaseTerm) : addUp(word, rows),
  );
}

function ofOne({ word, pos, frequency, begins, ends, isNew }: CaseTerm): GroupTerm {
  return { word, pos, frequency, begins, ends, cases: 1, isNew };
}

function addUp(word: string, rows: readonly CaseTerm[]): GroupTerm {
  return {
    word,
    pos: mostFrequentPos(rows),
    frequency: sumOf(rows, 'frequency'),
    begins: sumOf(rows, 'begins'),
    ends: sumOf(rows, 'ends'),
    cases: new Set(rows.map(({ caseId }) => caseId)).size,
    isNew: rows.some(({ isNew }) => isNew),
  };
}

/** Ranks the weighed words of a group, the heaviest first, ties by code point, and keeps the first `top`. */
export function rankTerms(
  group: string,
  terms: readonly GroupTerm[],
  weigh: (term: GroupTerm) => number,
  top: number,
): Candidate[] {
  return terms
    .map((term) => ({ term, weight: quantise(weigh(term)) }))
    .sort((a, b) => b.weight - a.weight || compareByCodePoint(a.term.word, b.term.word))
    .slice(0, top)
    .map(({ weight, term: { word, pos, frequency, cases, isNew } }, index) => ({
      group,
      rank: index + 1,
      word,
      pos,
      weight,
      frequency,
      cases,
      isNew,
    }));
}

function mostFrequentPos(rows: readonly CaseTerm[]): string {
  const [only, ...others] = rows;
  if (only && others.length === 0) return only.pos;
  const frequencies = [...groupBy(rows, ({ pos }) => pos)].map(
    ([pos, same]) => [pos, sumOf(same, 'frequency')] as const,
  );
  frequencies.sort(([a, m], [b, n]) => n - m || compareByCodePoint(a, b));
  return frequencies[0]?.[0] as string;
}

function sumOf(rows: readonly CaseTerm[], count: 'frequency' | 'begins' | 'ends'): number {
  return rows.reduce((total, row) => total + row[count], 0);
}
