import { compareByCodePoint } from '../../../text/code-points.js';
import type { Coders, RatedUnit, Ratings } from './ratings.js';

/** What coders said of a code in a unit. */
export interface SaidOfCode {
  readonly code: string;
  readonly yes: Coders;
  /** Who said that it does not belong there, without having rated the whole unit. */
  readonly no: Coders;
  /** Who rated the whole unit, and yet says nothing of this code by not giving it. */
  readonly silent: Coders;
}

/** A unit with what coders said of it, codes by their names. */
export interface JudgedUnit {
  /** The case that the unit belongs to. */
  readonly cluster: string;
  readonly full: Coders;
  readonly said: readonly SaidOfCode[];
  /** When the last of the verdicts was given, UTC; null where nobody gave one. */
  readonly time: string | null;
}

/**
 * Makes a unit of the codes that each coder gave it.
 * @param given no codes: the coder left the unit without one; null: the coder did not judge it
 */
export function judgedUnit(cluster: string, given: readonly (readonly string[] | null)[]): JudgedUnit {
  const yes = new Map<string, Coders>();
  for (const [at, own] of given.entries()) {
    for (const code of own ?? []) yes.set(code, (yes.get(code) ?? 0) | (1 << at));
  }
  return {
    cluster,
    full: given.reduce((coders, own, at) => (own ? coders | (1 << at) : coders), 0),
    said: [...yes].map(([code, who]) => ({ code, yes: who, no: 0, silent: 0 })),
    time: null,
  };
}

/** Whether every coder gave every unit one code at most. */
export function isSingleCoded(units: readonly JudgedUnit[]): boolean {
  return units.every(({ said }) => {
    const who = said.reduce((coders, { yes }) => coders | yes, 0);
    return said.reduce((sum, { yes }) => sum + yes, 0) === who;
  });
}

/**
 * Numbers codes and clusters in code point order, and has codes count as those that they belong to at a level: who gave one
 * of several such codes gave it.
 * @param codeAt the code that another one belongs to; null where there is none, so that nothing was said
 */
export function rateUnits(
  coders: readonly string[],
  units: readonly JudgedUnit[],
  {
    isSingle,
    codeAt = (code) => code,
  }: {
    readonly isSingle: boolean;
    readonly codeAt?: (code: string) => string | null;
  },
): Ratings {
  const merged = units.map(({ said }) => mergeCodes(said, codeAt));
  const codes = inOrder(
    merged.flatMap((said) => [...said].flatMap(([code, { yes }]) => (yes === 0 ? [] : [code]))),
  );
  const placeOf = new Map(codes.map((code, at) => [code, at]));
  const clusterOf = new Map(inOrder(units.map(({ cluster }) => cluster)).map((name, at) => [name, at]));
  return {
    coders,
    codes,
    clusters: clusterOf.size,
    isSingle,
    units: units.map(
      ({ cluster, full }, at): RatedUnit => ({
        cluster: clusterOf.get(cluster) as number,
        full,
        codes: [...(merged[at] as ReturnType<typeof mergeCodes>)].flatMap(([name, { yes, no, silent }]) => {
          const code = placeOf.get(name);
          return code === undefined ? [] : [{ code, yes, known: (full & ~silent) | yes | no }];
        }),
      }),
    ),
  };
}

function mergeCodes(
  said: readonly SaidOfCode[],
  codeAt: (code: string) => string | null,
): Map<string, SaidOfCode> {
  const merged = new Map<string, SaidOfCode>();
  for (const one of said) {
    const code = codeAt(one.code);
    if (code === null) continue;
    const { yes, no, silent } = merged.get(code) ?? { yes: 0, no: 0, silent: 0 };
    merged.set(code, { code, yes: yes | one.yes, no: no | one.no, silent: silent | one.silent });
  }
  return merged;
}

const inOrder = (names: readonly string[]) => [...new Set(names)].sort(compareByCodePoint);
