import { compareByCodePoint } from '../../../text/code-points.js';
import { pairsOf, type RatedUnit, type Ratings } from './ratings.js';

/** How often one coder gave a code where another gave the same, another or none. */
export interface Confusion {
  readonly coders: readonly [string, string];
  /** The codes; null: none that the other gave. */
  readonly codes: readonly [string | null, string | null];
  readonly units: number;
}

/**
 * Counts which codes one coder gave where another gave which, pair by pair of coders. A code that both gave a unit is
 * counted with itself; of those that only one gave, each with each that only the other gave, or with none. The most frequent
 * first, those that differ before those that agree.
 */
export function countConfusions({ coders, codes, units }: Ratings): Confusion[] {
  return pairsOf(coders.length).flatMap(([one, other]) => {
    const counts = new Map<string, { readonly codes: Confusion['codes']; units: number }>();
    const count = (left: number | null, right: number | null) => {
      const key = `${left}\t${right}`;
      const known = counts.get(key) ?? { codes: [nameOf(left), nameOf(right)] as const, units: 0 };
      known.units += 1;
      counts.set(key, known);
    };
    for (const unit of units) {
      const { both, left, right } = compareCoders(unit, one, other);
      for (const code of both) count(code, code);
      for (const code of left) for (const with_ of right.length > 0 ? right : [null]) count(code, with_);
      if (left.length === 0) for (const code of right) count(null, code);
    }
    return [...counts.values()]
      .sort(
        (a, b) =>
          Number(a.codes[0] === a.codes[1]) - Number(b.codes[0] === b.codes[1]) ||
          b.units - a.units ||
          compareByCodePoint(a.codes[0] ?? '', b.codes[0] ?? '') ||
          compareByCodePoint(a.codes[1] ?? '', b.codes[1] ?? ''),
      )
      .map((row) => ({ coders: [coders[one] as string, coders[other] as string] as const, ...row }));
  });

  function nameOf(code: number | null): string | null {
    return code === null ? null : (codes[code] as string);
  }
}

/** The places of the units about which any two coders say otherwise. */
export function findDisagreements({ units }: Ratings): number[] {
  return units.flatMap(({ codes }, at) =>
    codes.some(({ yes, known }) => yes !== 0 && yes !== known) ? [at] : [],
  );
}

/** The codes that both coders gave a unit, and those that one of them alone gave though both judged them. */
function compareCoders({ codes }: RatedUnit, one: number, other: number) {
  const compared = { both: [] as number[], left: [] as number[], right: [] as number[] };
  const pair = (1 << one) | (1 << other);
  for (const { code, yes, known } of codes) {
    if ((known & pair) !== pair || (yes & pair) === 0) continue;
    if ((yes & pair) === pair) compared.both.push(code);
    else if ((yes >>> one) & 1) compared.left.push(code);
    else compared.right.push(code);
  }
  return compared;
}
