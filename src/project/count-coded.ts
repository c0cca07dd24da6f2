import type { CodedPassage, Status } from '../model/coded-passage.js';
import { PILLAR_SCORE } from '../model/pillar-score.js';
import type { ReferenceCount } from '../model/reference-count.js';
import { countReferences } from '../stages/tabulate/count-references.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { type CountedPassages, countStoredPassages } from '../store/coded-passage-table.js';
import { readPassageJudgements } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import { readCodedPassages } from './coded-passages.js';

/** The passages of a codebook, as far as they must be read one by one, and the others counted. */
export interface PartlyCounted {
  /** Of the cases of which coders judged a passage. */
  readonly read: readonly CodedPassage[];
  /** Counts those of all other cases, where what the program proposed is all there is. */
  readonly count: (status?: Status) => readonly CountedPassages[];
}

/** Reads only those passages of a codebook that lie in cases in which people said something of a passage. */
export function countCoded(store: Store, codebookId: string): PartlyCounted {
  const judged = new Set(readPassageJudgements(store, codebookId).map(({ caseId }) => caseId));
  return {
    read: judged.size === 0 ? [] : readCodedPassages(store, codebookId, [...judged]),
    count: (status) =>
      countStoredPassages(store, { codebookId, status }, PILLAR_SCORE.opening).filter(
        ({ caseId }) => !judged.has(caseId),
      ),
  };
}

/** Counts the passages that support codes, from those that were counted and those that were read. */
export function supportingReferences(
  counted: readonly CountedPassages[],
  read: readonly CodedPassage[],
): ReferenceCount[] {
  const supports = ({ polarity }: Pick<CodedPassage, 'polarity'>) => polarity === 'supports';
  return [...counted.filter(supports), ...countReferences(mergeEvidence(read.filter(supports)))];
}
