import type { PassageNumber } from '../model/passage-number.js';
import type { Region } from '../model/region.js';
import { partitionPoint } from './partition-point.js';
import type { SentenceList } from './sentence-list.js';

/**
 * Takes the sentences of a whole clean text and returns how to find the number of a place in the raw text: that of
 * the sentence around it, the innermost one where a note was set apart from another; else of the last one before it.
 */
export function numberPassages(
  { cleanStarts, starts, ends, paragraphs, sentences }: SentenceList,
  regions: readonly Region[],
): (rawPlace: number) => PassageNumber {
  // A note that was set apart stands behind the clean text, and in the raw text inside another sentence.
  const order = starts.map((_, index) => index);
  if (order.some((one) => one > 0 && at(starts, one - 1) > at(starts, one)))
    order.sort((a, b) => at(starts, a) - at(starts, b) || a - b);
  let furthest = 0;
  const reach = order.map((one) => {
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

function at(numbers: Int32Array | Uint32Array, index: number): number {
  return numbers[index] as number;
}
