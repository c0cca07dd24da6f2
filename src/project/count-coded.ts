import { PILLAR_SCORE } from '../model/pillar-score.js';
import type { PlacedCount, ReferenceCount } from '../model/reference-count.js';
import { countStoredPassages, type PlacedPassages } from '../store/coded-passage-table.js';
import { judgedCases } from '../store/passage-verdict-table.js';
import {
  type CountedPassages,
  type CountFilter,
  readReferenceCounts,
} from '../store/reference-count-table.js';
import type { Store } from '../store/store.js';
import { type CaseTally, tallyCases } from './tally-cases.js';

/** The passages of a codebook, counted: case by case where coders judged some, else as they are stored. */
export interface PartlyCounted {
  /** The cases of which coders judged a passage, each with what stands there. */
  readonly judged: ReadonlyMap<string, CaseTally>;
  /** Counts those of all other cases, where what the program proposed is all there is. */
  readonly count: (status?: CountFilter['status']) => readonly CountedPassages[];
  /** The same, with what ranks pillars besides. */
  readonly countPlaced: (status?: CountFilter['status']) => readonly PlacedPassages[];
}

/** Counts the passages of a codebook; only those are read that lie in cases in which something was written since they were counted. */
export function countCoded(store: Store, codebookId: string): PartlyCounted {
  const cases = judgedCases(store, codebookId);
  const isJudged = new Set(cases);
  const isUnjudged = ({ caseId }: ReferenceCount) => !isJudged.has(caseId);
  const tallies = cases.length === 0 ? new Map<string, CaseTally>() : tallyCases(store, codebookId, isJudged);
  return {
    judged: tallies,
    count: (status) => readReferenceCounts(store, { codebookId, status }).filter(isUnjudged),
    countPlaced: (status) =>
      countStoredPassages(store, { codebookId, status }, PILLAR_SCORE.opening).filter(isUnjudged),
  };
}

/** The passages that support codes, from those that are stored as counts and those of cases that were tallied. */
export function supportingReferences<Count extends CountedPassages>(
  counted: readonly Count[],
  tallied: readonly (readonly PlacedCount[])[],
): (Count | PlacedCount)[] {
  return [...counted.filter(({ polarity }) => polarity === 'supports'), ...tallied.flat()];
}
