import { segmentPieces } from './segment-to-lines.js';
import { serveBatches } from './serve-batches.js';

// A child process that segments pieces of texts.
serveBatches(segmentPieces);
