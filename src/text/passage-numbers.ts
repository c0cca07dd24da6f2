import type { NormalizedText } from '../model/normalized-text.js';
import type { PassageNumber } from '../model/passage-number.js';
import type { Region } from '../model/region.js';
import type { Span } from '../model/span.js';
import { offsetMap } from './code-points.js';
import { rawSpan } from './origins.js';
import { partitionPoint } from './partition-point.js';
import { splitSentences } from './sentences.js';

/** A sentence of a case: where it lies in the clean and in the raw text, and its number. */
interface NumberedSentence {
  readonly clean: Span;
  readonly raw: Span;
  readonly paragraph: number;
  readonly sentence: number;
}

/**
 * Numbers the sentences of a whole clean text and returns how to find the number of a place in the raw text: that of
 * the sentence around it, the innermost one where a note was set apart from another; else of the last one before it.
 */
export function numberPassages(
  normalized: NormalizedText,
  regions: readonly Region[],
): (rawPlace: number) => PassageNumber {
  const sentences = numberSentences(normalized).sort((a, b) => a.raw.start - b.raw.start);
  let furthest = 0;
  const reach = Int32Array.from(sentences, ({ raw }) => (furthest = Math.max(furthest, raw.end)));
  const turns = regions.filter(({ speaker }) => speaker !== undefined);
  return (rawPlace) => {
    const last = partitionPoint(sentences.length, (at) => startOf(at) <= rawPlace) - 1;
    let at = last;
    while (at >= 0 && (reach[at] as number) > rawPlace && endOf(at) <= rawPlace) at -= 1;
    const found = sentences[at >= 0 && endOf(at) > rawPlace ? at : Math.max(0, last)];
    if (found === undefined) return { paragraph: 1, sentence: 1, turn: null, speaker: null };
    const { paragraph, sentence, clean } = found;
    const turn = partitionPoint(turns.length, (one) => (turns[one] as Region).start <= clean.start);
    const own = turns[turn - 1];
    const isSpoken = own !== undefined && clean.start < own.end;
    return {
      paragraph,
      sentence,
      turn: isSpoken ? turn : null,
      speaker: isSpoken ? (own.speaker ?? null) : null,
    };
  };
  function startOf(at: number): number {
    return (sentences[at] as NumberedSentence).raw.start;
  }
  function endOf(at: number): number {
    return (sentences[at] as NumberedSentence).raw.end;
  }
}

function numberSentences(normalized: NormalizedText): NumberedSentence[] {
  const { text } = normalized;
  const offsets = offsetMap(text);
  let paragraph = 0;
  let sentence = 0;
  let lineEnd = -1;
  return splitSentences(text).map((clean) => {
    const place = offsets.toUtf16(clean.start);
    if (place > lineEnd) {
      const next = text.indexOf('\n', place);
      lineEnd = next < 0 ? text.length : next;
      paragraph += 1;
      sentence = 0;
    }
    sentence += 1;
    return { clean, raw: rawSpan(normalized, clean), paragraph, sentence };
  });
}
