import type { Told } from './told.js';

/**
 * Puts codes under the sets of a program that has groups in the place of levels: each set becomes a code, and what is in it is
 * a level below. Null unless every code at the top is in just one set, the codes under it in no other, and every set has one.
 */
export function underSets(codes: readonly Told[], sets: readonly Told[]): Told[] | null {
  const setOf = new Map<Told, Told>();
  for (const top of codes.filter(({ parent }) => parent === null)) {
    const [only, ...others] = sets.filter(({ members }) => members.has(top.guid));
    if (!only || others.length > 0) return null;
    setOf.set(top, only);
  }
  if (new Set(setOf.values()).size < sets.length) return null;
  const placed = new Map<Told, Told>(sets.map((set) => [set, { ...set, members: new Set() }]));
  const below = new Map<Told, Told[]>(sets.map((set) => [set, []]));
  // A code comes after the one it is under.
  for (const code of codes) {
    const set = setOf.get(code.parent ?? code) as Told;
    if (sets.some((one) => one !== set && one.members.has(code.guid))) return null;
    const moved = { ...code, parent: placed.get(code.parent ?? set) ?? null, depth: code.depth + 1 };
    placed.set(code, moved);
    setOf.set(code, set);
    below.get(set)?.push(moved);
  }
  return sets.flatMap((set) => [placed.get(set) as Told, ...(below.get(set) ?? [])]);
}
