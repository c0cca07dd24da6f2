import type { CorpusDigest, Share } from './share.js';

/** The commands whose work can be done in parts. */
export const partCommands = ['discover', 'terms', 'keywords', 'code'] as const;

export type PartCommand = (typeof partCommands)[number];

/** What a flag says, or the sha256 of the file that it names; null where it is not set. */
export type RecordedFlag = string | number | boolean | null;

/** What a part says of itself; all but its number must be the same of all parts of one corpus. */
export interface PartHead extends Share {
  readonly command: PartCommand;
  readonly toolVersion: string;
  /** Of the segmenter's dictionary. */
  readonly dictionary: string;
  readonly corpus: CorpusDigest;
  /** By the names of the flags. */
  readonly options: Readonly<Record<string, RecordedFlag>>;
  /** The words that a discovery is not to bring, where there are such. */
  readonly unwanted?: readonly string[];
}

/** What tells a part from those of another corpus, or of other work on it. */
export type PartDifference = 'command' | 'of' | 'toolVersion' | 'dictionary' | 'corpus' | 'options';

/** What a part says of its lines, which is how it is known that none was lost. */
export interface PartReceipt {
  readonly lines: number;
  readonly bytes: number;
  /** How many cases were read for them. */
  readonly cases: number;
  /** Files of which something was not read, as the log of the part says. */
  readonly unreadFiles: number;
}
