import type { DocumentWords, Section } from './document-words.js';
import type { SectionCandidates } from './keyword-candidates.js';
import type { WordFacts } from './word-facts.js';

/** What is known of every candidate of a section before a model looks at the best of them. */
export interface Outline {
  /** ln(1 + occurrences, those within a longer candidate counting less). */
  readonly alone: Float64Array;
  /** Mean inverse document frequency of its words. */
  readonly idf: Float64Array;
  /** Mean of ln(occurrences in the section) of its words. */
  readonly partFrequency: Float64Array;
  /** Place in the title in UTF-16 units; -1: not there. */
  readonly titleAt: Int32Array;
  /** The rank of candidates before the model: frequency × idf, times factors for its place, length and words. */
  readonly formula: Float64Array;
}

/** Outlines the candidates of a section; `wordOf` gives the candidate of a number. */
export function outlineCandidates(
  { title, words, tokens }: DocumentWords,
  { frequency }: Section,
  { size, columns }: SectionCandidates,
  wordOf: (number: number) => string,
): Outline {
  const outline: Outline = {
    alone: new Float64Array(size),
    idf: new Float64Array(size),
    partFrequency: new Float64Array(size),
    titleAt: new Int32Array(size),
    formula: new Float64Array(size),
  };
  for (let i = 0; i < size; i += 1) {
    const first = columns.first[i] as number;
    const parts = columns.parts[i] as number;
    let idf = 0;
    let logFrequency = 0;
    let isGeneric = false;
    let hasVerb = false;
    for (let at = first; at < first + parts; at += 1) {
      const number = tokens[at] as number;
      const word = words[number] as WordFacts;
      idf += word.idf;
      logFrequency += Math.log(frequency[number] as number);
      isGeneric ||= word.isGeneric;
      hasVerb ||= word.isVerb;
    }
    const all = columns.frequency[i] as number;
    const alone = Math.log(1 + all - 0.7 * Math.min(all, columns.superFrequency[i] as number));
    const titleAt = title.indexOf(wordOf(columns.number[i] as number));
    outline.alone[i] = alone;
    outline.idf[i] = idf / parts;
    outline.partFrequency[i] = logFrequency / parts;
    outline.titleAt[i] = titleAt;
    outline.formula[i] =
      alone *
      Math.sqrt(Math.sqrt(alone)) *
      (idf / parts) *
      (titleAt < 0 ? 1 : 3) *
      lengthFactor(columns.length[i] as number) *
      (parts <= 2 ? 1 : parts === 3 ? 0.8 : 0.4) *
      (isGeneric ? 0.35 : 1) *
      (parts === 1 && hasVerb ? 0.7 : 1);
  }
  return outline;
}

function lengthFactor(length: number): number {
  if (length === 2) return 0.4;
  if (length === 3) return 1;
  return length <= 6 ? 1.2 : 0.8;
}
