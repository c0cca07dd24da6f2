import type { NormalizedText } from '../model/normalized-text.js';
import type { PassageNumber } from '../model/passage-number.js';
import type { Region } from '../model/region.js';
import { offsetMap } from './code-points.js';
import { rawSpan } from './origins.js';
import { partitionPoint } from './partition-point.js';
import { splitSentences } from './sentences.js';

/** The sentences of a clean text, field by field, since a text may have a million of them. */
interface NumberedSentences {
  /** Where they begin in the clean text, and where they lie in the raw one. */
  readonly cleanStarts: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly paragraphs: Int32Array;
  readonly sentences: Int32Array;
}

/**
 * Numbers the sentences of a whole clean text and returns how to find the number of a place in the raw text: that of
 * the sentence around it, the innermost one where a note was set apart from another; else of the last one before it.
 */
export function numberPassages(
  normalized: NormalizedText,
  regions: readonly Region[],
): (rawPlace: number) => PassageNumber {
  const { cleanStarts, starts, ends, paragraphs, sentences } = numberSentences(normalized);
  // A note that was set apart stands behind the clean text, and in the raw text inside another sentence.
  const order = Uint32Array.from(starts.keys()).sort((a, b) => at(starts, a) - at(starts, b) || a - b);
  let furthest = 0;
  const reach = Int32Array.from(order, (one) => {
    furthest = Math.max(furthest, at(ends, one));
    return furthest;
  });
  const turns = regions.filter(({ speaker }) => speaker !== undefined);
  return (rawPlace) => {
    const last = partitionPoint(order.length, (place) => at(starts, at(order, place)) <= rawPlace) - 1;
    let around = last;
    while (around >= 0 && at(reach, around) > rawPlace && at(ends, at(order, around)) <= rawPlace)
      around -= 1;
    const isInside = around >= 0 && at(reach, around) > rawPlace;
    if (order.length === 0) return { paragraph: 1, sentence: 1, turn: null, speaker: null };
    const found = at(order, isInside ? around : Math.max(0, last));
    const start = at(cleanStarts, found);
    const turn = partitionPoint(turns.length, (one) => (turns[one] as Region).start <= start);
    const own = turns[turn - 1];
    const isSpoken = own !== undefined && start < own.end;
    return {
      paragraph: at(paragraphs, found),
      sentence: at(sentences, found),
      turn: isSpoken ? turn : null,
      speaker: isSpoken ? (own.speaker ?? null) : null,
    };
  };
}

function numberSentences(normalized: NormalizedText): NumberedSentences {
  const { text } = normalized;
  const offsets = offsetMap(text);
  const spans = splitSentences(text);
  const [cleanStarts, starts, ends, paragraphs, sentences] = Array.from(
    { length: 5 },
    () => new Int32Array(spans.length),
  ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  let paragraph = 0;
  let sentence = 0;
  let lineEnd = -1;
  for (const [index, clean] of spans.entries()) {
    const place = offsets.toUtf16(clean.start);
    if (place > lineEnd) {
      const next = text.indexOf('\n', place);
      lineEnd = next < 0 ? text.length : next;
      paragraph += 1;
      sentence = 0;
    }
    sentence += 1;
    const { start, end } = rawSpan(normalized, clean);
    cleanStarts[index] = clean.start;
    starts[index] = start;
    ends[index] = end;
    paragraphs[index] = paragraph;
    sentences[index] = sentence;
  }
  return { cleanStarts, starts, ends, paragraphs, sentences };
}

function at(numbers: Int32Array | Uint32Array, index: number): number {
  return numbers[index] as number;
}
