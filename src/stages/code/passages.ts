import type { CodedText } from '../../model/coded-text.js';
import type { Span } from '../../model/span.js';
import { offsetMap } from '../../text/code-points.js';
import { SENTENCE_END } from '../../text/han.js';
import { rawSpan } from '../../text/origins.js';
import { partitionPoint } from '../../text/partition-point.js';
import { splitSentences } from '../../text/sentences.js';

/** A sentence of a case, where it stands in the raw text and how it reads there and in the clean text. */
interface Passage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly cleanQuote: string;
}

/** The sentences of a case by their numbers; places are code points of its clean text. */
export interface Passages {
  /** How many sentences the case has. */
  readonly count: number;
  /** Whether a sentence is a line without any mark of a running sentence. */
  readonly isHeading: (index: number) => boolean;
  /** Whether a place of a sentence lies within 《》. */
  readonly isCited: (index: number, place: number) => boolean;
  /** Index of the sentence that a place lies in or behind. */
  readonly indexAt: (place: number) => number;
  /** The stretch from one sentence to another, each by its index. */
  readonly passage: (first: number, last?: number) => Passage;
}

/** Marks that a running sentence holds and a heading does not. */
const SENTENCE_MARK = new RegExp(`[${SENTENCE_END}，,]`);

/** Marks around the name of a work. */
const CITATION_MARK = /[《》]/g;

/**
 * Cuts a case into sentences once and finds the passage of any place in its clean text. Sentences are numbered in the
 * order of the raw text: a note, which stands behind the clean text, keeps the neighbours it had.
 */
export function passagesOf({ text, normalized }: CodedText): Passages {
  const cut = splitSentences(normalized.text);
  const starts = cut.map(({ start }) => rawSpan(normalized, { start, end: start + 1 }).start);
  const order = [...cut.keys()].sort((a, b) => (starts[a] as number) - (starts[b] as number));
  const sentences = order.map((at) => cut[at] as Span);
  const numbers = new Int32Array(cut.length);
  for (const [number, at] of order.entries()) numbers[at] = number;
  const raw = offsetMap(text);
  const clean = offsetMap(normalized.text);
  const read = ({ start, end }: Span) => normalized.text.slice(clean.toUtf16(start), clean.toUtf16(end));
  // Looked for once, since a sentence may be as long as the text and hold as many matches.
  const headings = new Map<number, boolean>();
  let citationMarks: readonly number[] | undefined;
  return {
    count: sentences.length,
    isHeading(index) {
      const known = headings.get(index) ?? !SENTENCE_MARK.test(read(sentences[index] as Span));
      headings.set(index, known);
      return known;
    },
    isCited(index, place) {
      citationMarks ??= Array.from(normalized.text.matchAll(CITATION_MARK), (mark) => mark.index);
      const marks = citationMarks;
      const end = clean.toUtf16(place);
      const last = marks[partitionPoint(marks.length, (at) => (marks[at] as number) < end) - 1] ?? -1;
      return last >= clean.toUtf16((sentences[index] as Span).start) && normalized.text[last] === '《';
    },
    indexAt(place) {
      const begun = partitionPoint(cut.length, (at) => (cut[at] as Span).start <= place);
      return numbers[Math.max(0, begun - 1)] ?? 0;
    },
    passage(first, last = first) {
      const stretch = { start: (sentences[first] as Span).start, end: (sentences[last] as Span).end };
      const { start, end } = rawSpan(normalized, stretch);
      return {
        start,
        end,
        quote: text.slice(raw.toUtf16(start), raw.toUtf16(end)),
        cleanQuote: read(stretch),
      };
    },
  };
}
