import type { NewWord } from '../model/new-word.js';
import type { Segmenter } from '../model/token.js';
import type { DiscoverOptions } from '../stages/discover/word-candidates.js';
import { openSegmenter } from '../stages/segment/jieba.js';
import { openSpillFolder } from './spill.js';
import type { TextSource } from './text-batches.js';
import { DEFAULT_WORKERS } from './worker-pool.js';

/** Where long work over the texts of a project is done. */
export interface Engine {
  /** Opens what cuts texts into words. */
  readonly openSegmenter: () => Segmenter;
  /** Finds the new words of texts, each text one case, the best first. */
  readonly discover: (
    texts: Iterable<TextSource> | AsyncIterable<TextSource>,
    options: DiscoverOptions,
  ) => Promise<Iterable<NewWord>>;
  /** Makes a folder for what is too large to be held; whoever opens it closes it. */
  readonly openSpillFolder: () => { readonly folder: string; readonly close: () => void };
}

/** What the engine of a machine may use. */
export interface EngineOptions {
  /** Child processes at a time. */
  readonly workers?: number | undefined;
  /** Where folders for what is too large to be held are made. */
  readonly spillFolder?: string | undefined;
}

/** The engine of this machine: child processes, and folders within the system's temporary one unless another is named. */
export function localEngine({ workers = DEFAULT_WORKERS, spillFolder }: EngineOptions = {}): Engine {
  return {
    openSegmenter,
    discover: async (texts, options) => {
      const { discoverInTexts } = await import('./discover-in-texts.js');
      return discoverInTexts(texts, options, { workers, spillFolder });
    },
    openSpillFolder: () => openSpillFolder(spillFolder),
  };
}
