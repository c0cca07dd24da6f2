import type { CodedText } from '../../model/coded-text.js';
import type { Evidence } from '../../model/evidence.js';
import type { Span } from '../../model/span.js';
import { offsetMap } from '../../text/code-points.js';
import { rawSpan } from '../../text/origins.js';
import { splitSentences } from '../../text/sentences.js';

/** A sentence of a case: where it stands in the raw text, its length when clean, and the codings that touch it. */
export interface CodedSentence extends Span {
  readonly caseId: string;
  readonly quote: string;
  /** Code points of the clean text. */
  readonly characters: number;
  readonly evidence: readonly Evidence[];
}

/**
 * The sentences of a case in order, each with the evidence (of this version) that codes it: those of just its
 * passage, else those whose passages overlap it, as people and reading may choose them. What stood inside a sentence
 * and was set apart lies within the raw stretch of that sentence without being part of it.
 */
export function codedSentences(
  { caseId, text, normalized }: CodedText,
  evidence: readonly Evidence[],
): CodedSentence[] {
  const raw = offsetMap(text);
  const sentences = splitSentences(normalized.text).map((clean) => {
    const { start, end } = rawSpan(normalized, clean);
    return {
      caseId,
      start,
      end,
      quote: text.slice(raw.toUtf16(start), raw.toUtf16(end)),
      characters: clean.end - clean.start,
      evidence: [] as Evidence[],
    };
  });
  const byPlace = new Map(sentences.map((sentence) => [`${sentence.start} ${sentence.end}`, sentence]));
  for (const one of evidence) {
    const { start, end } = one;
    const own = byPlace.get(`${start} ${end}`);
    const coded = own ? [own] : sentences.filter((other) => other.start < end && start < other.end);
    for (const sentence of coded) sentence.evidence.push(one);
  }
  return sentences;
}
