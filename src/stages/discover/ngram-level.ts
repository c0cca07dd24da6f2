/**
 * All strings of one length that are frequent enough, a class each. A class of length n knows the class of
 * length n − 1 that is its beginning (`prefix`) and the one that is its end (`suffix`).
 */
export interface NgramLevel {
  readonly length: number;
  /** Position of the first occurrence. */
  readonly first: Int32Array;
  readonly frequency: Int32Array;
  readonly prefix: Int32Array;
  readonly suffix: Int32Array;
  /** Texts with an occurrence. */
  readonly cases: Int32Array;
  /** Occurrences that begin and end where a term may. */
  readonly aligned: Int32Array;
  /** Occurrences that begin and end where tokens do when nothing is guessed. */
  readonly onKnownCuts: Int32Array;
  /** Cuts within the occurrences, all told, when nothing is guessed. */
  readonly knownCutsInside: Int32Array;
  /** Occurrences that are one token. */
  readonly whole: Int32Array;
  readonly leftEntropy: Float64Array;
  readonly rightEntropy: Float64Array;
}
