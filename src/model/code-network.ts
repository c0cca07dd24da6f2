/** A code in a network of co-occurrence, with the units it occurs in and what it received in all. */
export interface NetworkCode {
  readonly id: string;
  readonly label: string;
  readonly level: string;
  /** The code of the top level above it, or itself. */
  readonly top: string;
  readonly units: number;
  readonly cases: number;
  readonly references: number;
}

/** Two codes that meet, and in how many units and cases. */
export interface NetworkPair {
  readonly from: string;
  readonly to: string;
  readonly units: number;
  readonly cases: number;
}

/** The codes of one level that occur at all, in the codebook's order, and the pairs of them that meet, each once. */
export interface CodeNetwork {
  readonly codes: readonly NetworkCode[];
  readonly pairs: readonly NetworkPair[];
}

/** What the cells of a square matrix of codes say. */
export const networkMeasures = ['counts', 'jaccard', 'ochiai'] as const;

export type NetworkMeasure = (typeof networkMeasures)[number];
