import { openSegmenter } from '../stages/segment/jieba.js';
import { countingSteps } from './counting-steps.js';
import { serveBatches } from './serve-batches.js';
import { spillToFolder } from './spill.js';

/** What a worker is told of the count it helps with. */
export interface CountingSetup {
  readonly folder: string;
  readonly maxLength: number;
}

// A child process that takes steps of a count.
serveBatches(({ folder, maxLength }: CountingSetup) =>
  countingSteps(folder, spillToFolder(folder), openSegmenter(), maxLength),
);
