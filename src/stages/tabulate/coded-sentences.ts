import type { Evidence } from '../../model/evidence.js';
import type { Span } from '../../model/span.js';
import { type OffsetMap, offsetMap } from '../../text/code-points.js';
import type { SentenceList } from '../../text/sentence-list.js';

/** A case cut into the sentences of its counted text; its raw text is read only when it is asked for. */
export interface CutCase {
  readonly caseId: string;
  readonly sentences: SentenceList;
  readonly readText: () => string;
}

/** A sentence of a case: where it stands in the raw text, its length when clean, and the codings that touch it. */
export interface CodedSentence<Coding extends Span = Evidence> extends Span {
  readonly caseId: string;
  readonly quote: string;
  /** The number of its paragraph, from 1. */
  readonly paragraph: number;
  /** Code points of the clean text. */
  readonly characters: number;
  readonly evidence: readonly Coding[];
}

/**
 * The sentences of a case in order, each with the evidence (of this version) that codes it: those of just its
 * passage, else those whose passages overlap it, as people and reading may choose them. What stood inside a sentence
 * and was set apart lies within the raw stretch of that sentence without being part of it.
 */
export function codedSentences<Coding extends Span>(
  { caseId, sentences: list, readText }: CutCase,
  evidence: readonly Coding[],
): CodedSentence<Coding>[] {
  let raw: { readonly text: string; readonly offsets: OffsetMap } | undefined;
  const quote = (start: number, end: number) => {
    if (raw === undefined) {
      const text = readText();
      raw = { text, offsets: offsetMap(text) };
    }
    return raw.text.slice(raw.offsets.toUtf16(start), raw.offsets.toUtf16(end));
  };
  const sentences = Array.from({ length: list.length }, (_, index) => {
    const start = list.starts[index] as number;
    const end = list.ends[index] as number;
    return {
      caseId,
      start,
      end,
      get quote() {
        return quote(start, end);
      },
      paragraph: list.paragraphs[index] as number,
      characters: (list.cleanEnds[index] as number) - (list.cleanStarts[index] as number),
      evidence: [] as Coding[],
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
