import type { DiscoverOptions } from '../stages/discover/word-candidates.js';
import { openSegmenter } from '../stages/segment/jieba.js';
import { discoverySteps } from './discovery-steps.js';
import { serveBatches } from './serve-batches.js';
import { spillToFolder } from './spill.js';

/** What a worker is told of the discovery it helps with. */
export interface DiscoverySetup {
  readonly folder: string;
  readonly options: DiscoverOptions;
}

// A child process that takes steps of a discovery.
serveBatches(({ folder, options }: DiscoverySetup) =>
  discoverySteps(spillToFolder(folder), openSegmenter(), options),
);
