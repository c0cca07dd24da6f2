import { UserError } from '../errors.js';
import { countWithoutText } from '../store/case-table.js';
import { type GenerationHead, generationHeads } from '../store/generation-table.js';
import type { Store } from '../store/store.js';
import { caseGenerations } from '../store/term-table.js';

/** Case ids by group. */
export type Groups = ReadonlyMap<string, readonly string[]>;

/** A group of cases and the generation of statistics it is ranked with. */
export interface RankedGroup {
  readonly caseIds: readonly string[];
  readonly generation: GenerationHead;
  /** The generations its cases were ranked with last, in this group or others; none when no case was mined. */
  readonly ofCases: readonly number[];
}

/** Groups with their generations. */
export type RankedGroups = ReadonlyMap<string, RankedGroup>;

/**
 * Finds the generation of statistics of each group: that which its cases were ranked with last, or the newest where
 * they differ in it.
 * @throws UserError screen/not-mined
 */
export function findGenerations(store: Store, groups: Groups): RankedGroups {
  const heads = new Map(generationHeads(store).map((head) => [head.number, head]));
  const newest = [...heads.values()].at(-1);
  if (!newest) {
    // Where no case has a text nothing is ever mined, and people code all the same.
    if (groups.size === 0 && countWithoutText(store) > 0) return new Map();
    throw new UserError('screen/not-mined', { database: store.calledAs });
  }
  const byCase = caseGenerations(store);
  return new Map(
    [...groups].map(([group, caseIds]) => {
      const ofCases = [...new Set(caseIds.flatMap((id) => byCase.get(id) ?? []))];
      const only = ofCases.length === 1 ? heads.get(ofCases[0] as number) : undefined;
      return [group, { caseIds, generation: only ?? newest, ofCases }];
    }),
  );
}

/** Lists the generations that groups are ranked with, the oldest first. */
export function generationsIn(ranked: RankedGroups): GenerationHead[] {
  const heads = new Map([...ranked.values()].map(({ generation }) => [generation.number, generation]));
  return [...heads.values()].sort((a, b) => a.number - b.number);
}

/** Finds the generation of each case, by the group it is in. */
export function generationOfCases(ranked: RankedGroups): Map<string, number> {
  return new Map(
    [...ranked.values()].flatMap(({ caseIds, generation: { number } }) =>
      caseIds.map((id) => [id, number] as const),
    ),
  );
}
