import type { Evidence } from '../../model/evidence.js';
import type { Span } from '../../model/span.js';
import { offsetMap } from '../../text/code-points.js';
import { once } from '../../text/once.js';
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
  const quote = quoteReader(readText);
  const sentences = Array.from(
    { length: list.length },
    (_, at) => new CutSentence<Coding>(caseId, list, at, quote),
  );
  const byStart = new Map(sentences.map((sentence) => [sentence.start, sentence]));
  for (const one of evidence) {
    const own = byStart.get(one.start);
    const coded = own?.end === one.end ? [own] : sentencesAt(sentences, one);
    for (const sentence of coded) sentence.evidence.push(one);
  }
  return sentences;
}

/** The sentence of just a place, else those that overlap it. */
function sentencesAt<Sentence extends Span>(
  sentences: readonly Sentence[],
  { start, end }: Span,
): Sentence[] {
  const touched = sentences.filter((one) => one.start < end && start < one.end);
  const own = touched.findLast((one) => one.start === start && one.end === end);
  return own ? [own] : touched;
}

/** Reads stretches of a raw text, which is read when the first of them is. */
function quoteReader(readText: () => string): (span: Span) => string {
  const raw = once(() => {
    const text = readText();
    return { text, offsets: offsetMap(text) };
  });
  return ({ start, end }) => {
    const { text, offsets } = raw();
    return text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
  };
}

/** A sentence whose words are read when they are asked for. */
class CutSentence<Coding extends Span> implements CodedSentence<Coding> {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly characters: number;
  readonly evidence: Coding[] = [];

  constructor(
    readonly caseId: string,
    list: SentenceList,
    at: number,
    private readonly read: (span: Span) => string,
  ) {
    this.start = list.starts[at] as number;
    this.end = list.ends[at] as number;
    this.paragraph = list.paragraphs[at] as number;
    this.characters = (list.cleanEnds[at] as number) - (list.cleanStarts[at] as number);
  }

  get quote(): string {
    return this.read(this);
  }
}
