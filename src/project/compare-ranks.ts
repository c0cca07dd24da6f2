import type { Candidate } from '../model/candidate.js';

/** A keyword whose rank in its group new statistics changed; null: not among the first. */
export interface RankChange {
  readonly group: string;
  readonly word: string;
  readonly before: number | null;
  readonly after: number | null;
}

type Ranked = ReadonlyMap<string, readonly Candidate[]>;

/** The keywords whose rank differs between two rankings, in the order of the later one, lost ones last. */
export function compareRanks(before: Ranked, after: Ranked): RankChange[] {
  const groups = [...new Set([...after.keys(), ...before.keys()])];
  return groups.flatMap((group) => {
    const old = ranksOf(before.get(group));
    const now = ranksOf(after.get(group));
    return [...new Set([...now.keys(), ...old.keys()])]
      .map((word) => ({ group, word, before: old.get(word) ?? null, after: now.get(word) ?? null }))
      .filter((change) => change.before !== change.after);
  });
}

const ranksOf = (ranked: readonly Candidate[] = []) => new Map(ranked.map(({ word, rank }) => [word, rank]));
