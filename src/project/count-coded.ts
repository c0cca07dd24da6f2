import type { CodedPassage } from '../model/coded-passage.js';
import { PILLAR_SCORE } from '../model/pillar-score.js';
import type { PlacedCount, ReferenceCount } from '../model/reference-count.js';
import { countReferences } from '../stages/tabulate/count-references.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { countStoredPassages, type PlacedPassages } from '../store/coded-passage-table.js';
import { readPassageJudgements } from '../store/passage-verdict-table.js';
import {
  type CountedPassages,
  type CountFilter,
  readReferenceCounts,
} from '../store/reference-count-table.js';
import type { Store } from '../store/store.js';
import { readCodedPassages } from './coded-passages.js';

/** The passages of a codebook, as far as they must be read one by one, and the others counted. */
export interface PartlyCounted {
  /** The cases of which coders judged a passage. */
  readonly judged: readonly string[];
  /** The passages of these cases. */
  readonly read: readonly CodedPassage[];
  /** Counts those of all other cases, where what the program proposed is all there is. */
  readonly count: (status?: CountFilter['status']) => readonly CountedPassages[];
  /** The same, with what ranks pillars besides. */
  readonly countPlaced: (status?: CountFilter['status']) => readonly PlacedPassages[];
}

/** Reads only those passages of a codebook that lie in cases in which people said something of a passage. */
export function countCoded(store: Store, codebookId: string): PartlyCounted {
  const judged = new Set(readPassageJudgements(store, codebookId).map(({ caseId }) => caseId));
  const isUnjudged = ({ caseId }: ReferenceCount) => !judged.has(caseId);
  return {
    judged: [...judged],
    read: judged.size === 0 ? [] : readCodedPassages(store, codebookId, [...judged]),
    count: (status) => readReferenceCounts(store, { codebookId, status }).filter(isUnjudged),
    countPlaced: (status) =>
      countStoredPassages(store, { codebookId, status }, PILLAR_SCORE.opening).filter(isUnjudged),
  };
}

/** Counts the passages that support codes, from those that were counted and those that were read. */
export function supportingReferences<Count extends CountedPassages>(
  counted: readonly Count[],
  read: readonly CodedPassage[],
): (Count | PlacedCount)[] {
  const supports = ({ polarity }: Pick<CodedPassage, 'polarity'>) => polarity === 'supports';
  return [...counted.filter(supports), ...countReferences(mergeEvidence(read.filter(supports)))];
}
