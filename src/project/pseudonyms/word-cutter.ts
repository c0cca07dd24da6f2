import type { Segmenter } from '../../model/token.js';
import type { WordCutter } from '../../stages/pseudonyms/name-matcher.js';
import { segmentText } from '../../stages/segment/segment-text.js';

/** The words of texts as a segmenter cuts them. */
export function wordCutter(segmenter: Segmenter): WordCutter {
  return { cut: (text) => segmentText(segmenter, text), inDictionary: segmenter.inDictionary };
}
