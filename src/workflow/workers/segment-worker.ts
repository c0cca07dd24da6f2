import { encodeCorpus } from '../../stages/discover/encode-corpus.js';
import { openSegmenter } from '../../stages/segment/jieba.js';
import { serveBatches } from './serve-batches.js';

// A child process that encodes batches of texts.
serveBatches(() => {
  const segmenter = openSegmenter();
  return (texts: readonly string[]) => encodeCorpus(texts, segmenter);
});
