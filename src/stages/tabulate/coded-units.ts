import type { Evidence } from '../../model/evidence.js';
import { groupBy } from '../../text/group-by.js';
import type { CodedSentence } from './coded-sentences.js';

/** What pairs of codes are counted in: a stretch of a case, or all of it, with its codings. */
export interface CodedUnit {
  readonly caseId: string;
  readonly evidence: readonly Evidence[];
}

/** Cases as units, each with all evidence in it: of its passages and of it as a whole. */
export function caseUnits(caseIds: readonly string[], evidence: readonly Evidence[]): CodedUnit[] {
  const ofCases = groupBy(evidence, ({ caseId }) => caseId);
  return caseIds.map((caseId) => ({ caseId, evidence: ofCases.get(caseId) ?? [] }));
}

/** Paragraphs of a case as units, in their order. */
export function paragraphUnits(sentences: readonly CodedSentence[]): CodedUnit[] {
  return [...groupBy(sentences, ({ paragraph }) => paragraph).values()].map((own) => unitOf(own));
}

/** Each sentence of a case as a unit together with the sentences before it, as many as `within`. */
export function windowUnits(sentences: readonly CodedSentence[], within: number): CodedUnit[] {
  return sentences.map((_, at) => unitOf(sentences.slice(Math.max(0, at - within), at + 1)));
}

function unitOf(sentences: readonly CodedSentence[]): CodedUnit {
  return {
    caseId: sentences[0]?.caseId ?? '',
    evidence: sentences.flatMap(({ evidence }) => evidence),
  };
}
