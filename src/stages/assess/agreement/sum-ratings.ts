import {
  allCoders,
  type Coders,
  countCoders,
  pairsOf,
  type RatedUnit,
  type Ratings,
  whoCoded,
} from './ratings.js';

/**
 * What is added up of a code (r coders rated it in a unit, k of them gave it): units that anybody rated, units that two or more
 * rated, their ratings (each beside those of the whole unit); of units with r ≥ 2: Σ k(k−1)/(r(r−1)), Σ k/r; of all Σ k/r; of
 * units with r ≥ 2: Σ k(k−1)/(r−1), Σ k; of units that all coders rated: those where all gave it, how often it was given.
 */
export const FIELD = {
  rated: 0,
  compared: 1,
  ratings: 2,
  agreed: 3,
  comparedShare: 4,
  share: 5,
  coincidences: 6,
  given: 7,
  byAll: 8,
  byEach: 9,
} as const;

/** The fields before those of the pairs of coders. */
const OWN_FIELDS = 10;

/** What is added up of a code and a pair: units that both rated (beside those of the whole unit), both gave it, one, the other. */
export const PAIR = { rated: 0, both: 1, one: 2, other: 3 } as const;
const PAIR_FIELDS = 4;

/** Where the fields of a pair begin. */
export const pairAt = (pair: number): number => OWN_FIELDS + PAIR_FIELDS * pair;

/** What is added up of units: those rated, those that two or more rated, their ratings; then those that each pair rated. */
export const BASE = { rated: 0, compared: 1, ratings: 2, pairs: 3 } as const;

/** Sums of some units, code by code, for each cluster that has any. */
export interface CodeSums {
  readonly clusters: Int32Array;
  readonly codes: Int32Array;
  /** The fields of each pair of cluster and code, one after the other. */
  readonly values: Float64Array;
}

/** All that agreement is computed from: sums over the units of each cluster, which add up to those of any sample of clusters. */
export interface RatingSums {
  readonly clusters: number;
  readonly fields: number;
  readonly pairs: readonly (readonly [number, number])[];
  /** Codes, then `none` (no code at all, where codes are categories) and `any` (some code). */
  readonly none: number;
  readonly any: number;
  readonly codeCount: number;
  /** Of units that somebody gave a code, and of the others. */
  readonly coded: { readonly base: Float64Array; readonly codes: CodeSums };
  readonly uncoded: { readonly base: Float64Array; readonly codes: CodeSums };
  readonly baseFields: number;
}

/** Adds up what coders said of the units of each cluster. */
export function sumRatings(ratings: Ratings): RatingSums {
  const { coders, codes, clusters, units, isSingle } = ratings;
  const pairs = pairsOf(coders.length);
  const fields = OWN_FIELDS + PAIR_FIELDS * pairs.length;
  const [none, any, codeCount] = [codes.length, codes.length + 1, codes.length + 2];
  const baseFields = BASE.pairs + pairs.length;
  const open = () => ({ base: new Float64Array(clusters * baseFields), codes: openSums(codeCount, fields) });
  const [coded, uncoded] = [open(), open()];
  for (const unit of units) {
    const who = whoCoded(unit);
    const { base, codes: sums } = who === 0 ? uncoded : coded;
    addBase(base, unit.cluster * baseFields, unit.full, pairs);
    for (const { code, yes, known } of unit.codes) add(sums.at(unit.cluster, code), unit, yes, known);
    if (who !== 0) add(sums.at(unit.cluster, any), unit, who, unit.full | who);
    const silent = unit.full & ~who;
    if (isSingle && silent !== 0) add(sums.at(unit.cluster, none), unit, silent, unit.full);
  }
  const close = ({ base, codes: sums }: ReturnType<typeof open>) => ({ base, codes: sums.close() });
  return {
    clusters,
    fields,
    pairs,
    none,
    any,
    codeCount,
    baseFields,
    coded: close(coded),
    uncoded: close(uncoded),
  };

  function add(sums: number[], { full }: RatedUnit, yes: Coders, known: Coders): void {
    const [r, k, whole] = [countCoders(known), countCoders(yes), countCoders(full)];
    const put = (field: number, value: number) => {
      sums[field] = (sums[field] as number) + value;
    };
    put(FIELD.rated, Number(r >= 1) - Number(whole >= 1));
    put(FIELD.compared, Number(r >= 2) - Number(whole >= 2));
    put(FIELD.ratings, (r >= 2 ? r : 0) - (whole >= 2 ? whole : 0));
    if (r >= 1) put(FIELD.share, k / r);
    if (r >= 2) {
      put(FIELD.agreed, (k * (k - 1)) / (r * (r - 1)));
      put(FIELD.comparedShare, k / r);
      put(FIELD.coincidences, (k * (k - 1)) / (r - 1));
      put(FIELD.given, k);
    }
    if (known === allCoders(coders.length)) {
      put(FIELD.byAll, Number(yes === known));
      put(FIELD.byEach, k);
    }
    for (const [number, [one, other]] of pairs.entries()) {
      const pair = (1 << one) | (1 << other);
      const at = pairAt(number);
      put(at + PAIR.rated, Number((known & pair) === pair) - Number((full & pair) === pair));
      if ((known & pair) !== pair) continue;
      put(at + PAIR.both, Number((yes & pair) === pair));
      put(at + PAIR.one, (yes >>> one) & 1);
      put(at + PAIR.other, (yes >>> other) & 1);
    }
  }
}

function addBase(base: Float64Array, at: number, full: Coders, pairs: RatingSums['pairs']): void {
  const count = countCoders(full);
  const put = (field: number, value: number) => {
    base[at + field] = (base[at + field] as number) + value;
  };
  put(BASE.rated, Number(count >= 1));
  put(BASE.compared, Number(count >= 2));
  put(BASE.ratings, count >= 2 ? count : 0);
  for (const [number, [one, other]] of pairs.entries()) {
    put(BASE.pairs + number, (full >>> one) & (full >>> other) & 1);
  }
}

/** Collects sums of pairs of cluster and code. */
function openSums(codeCount: number, fields: number) {
  const known = new Map<number, number[]>();
  return {
    at: (cluster: number, code: number): number[] => {
      const key = cluster * codeCount + code;
      const sums = known.get(key) ?? Array<number>(fields).fill(0);
      known.set(key, sums);
      return sums;
    },
    close: (): CodeSums => {
      const keys = [...known.keys()].sort((one, other) => one - other);
      const values = new Float64Array(keys.length * fields);
      for (const [at, key] of keys.entries()) values.set(known.get(key) as number[], at * fields);
      return {
        clusters: Int32Array.from(keys, (key) => Math.floor(key / codeCount)),
        codes: Int32Array.from(keys, (key) => key % codeCount),
        values,
      };
    },
  };
}
