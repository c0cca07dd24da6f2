import type { CaseRecord } from '../model/case-record.js';
import { readCountedText } from '../stages/normalize/read-counted-text.js';
import { openSegmenter } from '../stages/segment/jieba.js';
import { segmentText } from '../stages/segment/segment-text.js';
import { openTermCollector, type TermWords } from '../stages/weigh/open-term-collector.js';

/** What is told of the text of a case. */
export type TextRecord = Pick<CaseRecord, 'text' | 'marks'>;

/** In how many of some cases each term stands. */
export type CaseCounts = ReadonlyMap<string, number>;

/** Makes what counts in how many of some cases each term stands. The same here and in a child process. */
export function openTermCounter(
  words: Omit<TermWords, 'accepted'>,
): (records: readonly TextRecord[]) => CaseCounts {
  const segmenter = openSegmenter();
  const collect = openTermCollector(segmenter, { ...words, accepted: new Set() });
  return (records) => {
    const counts = new Map<string, number>();
    for (const record of records) {
      const tokens = segmentText(segmenter, readCountedText(record).normalized.text);
      for (const { word } of collect('', tokens)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return counts;
  };
}
