/** A set of coders, coder number i being bit i. */
export type Coders = number;

/** How many coders fit into a set. */
export const MOST_CODERS = 30;

/** What coders said of one code in one unit. */
export interface RatedCode {
  /** The place of the code among those of the ratings. */
  readonly code: number;
  /** Who gave it. */
  readonly yes: Coders;
  /** Who said whether it belongs there: all who rated the unit, and those who judged this code alone. */
  readonly known: Coders;
}

/** A unit that coders rated. */
export interface RatedUnit {
  /** The place of its case among the clusters, which are resampled as wholes. */
  readonly cluster: number;
  /** Who rated the whole unit: a code that they did not give is not there for them. */
  readonly full: Coders;
  /** The codes that somebody gave, or judged otherwise. */
  readonly codes: readonly RatedCode[];
}

/** Units with what coders said of them, all codes by their places. */
export interface Ratings {
  readonly coders: readonly string[];
  readonly codes: readonly string[];
  /** How many cases (or other clusters) the units belong to. */
  readonly clusters: number;
  readonly units: readonly RatedUnit[];
  /** Whether a coder gives a unit one code at most, so that codes are categories of one judgement. */
  readonly isSingle: boolean;
}

/** Counts the coders of a set. */
export function countCoders(coders: Coders): number {
  let rest = coders;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** All coders of a number of them. */
export function allCoders(count: number): Coders {
  return 2 ** count - 1;
}

/** All pairs of so many coders, in order. */
export function pairsOf(coders: number): (readonly [number, number])[] {
  return Array.from({ length: coders }, (_, one) => one).flatMap((one) =>
    Array.from({ length: coders - one - 1 }, (_, at) => [one, one + at + 1] as const),
  );
}

/** Who gave the unit any code. */
export function whoCoded({ codes }: Pick<RatedUnit, 'codes'>): Coders {
  return codes.reduce((coders, { yes }) => coders | yes, 0);
}
