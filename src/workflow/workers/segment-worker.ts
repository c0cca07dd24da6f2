import { encodeCorpus } from '../../stages/discover/encode-corpus.js';
import { openSegmenter } from '../../stages/segment/jieba.js';

// A child process: each message is a batch of texts, each answer the batch as it was encoded.
const segmenter = openSegmenter();
process.on('message', (texts: readonly string[]) => process.send?.(encodeCorpus(texts, segmenter)));
process.on('disconnect', () => process.exit());
