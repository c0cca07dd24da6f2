/** One of several parts of a corpus that are worked on apart. */
export interface Share {
  /** From 1 to `of`. */
  readonly part: number;
  readonly of: number;
}

/** What must be the same for parts to be of one corpus: its files with their contents, in the order of their names. */
export interface CorpusDigest {
  readonly files: number;
  readonly bytes: number;
  /** Of the name, the size and the sha256 of every file, in hex. */
  readonly sha256: string;
}
