import type { Assignment } from '../../model/assignment.js';
import type { CodedText } from '../../model/coded-text.js';
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
  readonly assignments: readonly Assignment[];
}

/** The sentences of a case in order, each with the assignments (of this version) whose passages overlap it. */
export function codedSentences(
  { caseId, text, normalized }: CodedText,
  assignments: readonly Assignment[],
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
      assignments: [] as Assignment[],
    };
  });
  for (const assignment of assignments) {
    for (let index = firstEndingAfter(sentences, assignment.start); index < sentences.length; index += 1) {
      const sentence = sentences[index];
      if (!sentence || sentence.start >= assignment.end) break;
      sentence.assignments.push(assignment);
    }
  }
  return sentences;
}

/** Index of the first of some stretches in order that ends after a place. */
function firstEndingAfter(stretches: readonly Span[], place: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Span).end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
