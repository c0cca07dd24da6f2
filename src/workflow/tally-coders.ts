import { MACHINE_CODER } from '../model/coded-passage.js';
import { isApart } from '../model/coder-round.js';
import { codebookInForce } from '../project/applied-codebook.js';
import type { ReadContext } from '../project/context.js';
import { readAllDone } from '../store/case-done-table.js';
import { readCoders } from '../store/coder-table.js';
import { readAllJudgements } from '../store/judgement-table.js';
import { countJudgements } from '../store/passage-verdict-table.js';
import { groupBy } from '../text/group-by.js';

/** How much a coder has coded under the codebook last applied. */
export interface CoderTally {
  readonly coder: string;
  /** Whether the name is that of a round apart: a training round, or a second coding. */
  readonly isApart: boolean;
  /** Cases in which the coder judged a passage, and those that the coder is done with. */
  readonly cases: number;
  readonly casesDone: number;
  /** Passages that the coder coded, and codings that the coder confirmed or rejected. */
  readonly coded: number;
  readonly reviewed: number;
  /** Keywords that the coder judged. */
  readonly words: number;
}

/** Counts what each coder of the project has coded, in code point order of their names. */
export function tallyCoders({ store }: ReadContext): CoderTally[] {
  const codebookId = codebookInForce(store)?.codebook.id;
  const counted = codebookId === undefined ? [] : countJudgements(store, codebookId);
  const passages = new Map(counted.map((one) => [one.coder, one]));
  const words = groupBy(readAllJudgements(store), ({ coder }) => coder);
  const done = groupBy(
    readAllDone(store).filter((one) => one.codebookId === codebookId),
    ({ coder }) => coder,
  );
  return readCoders(store)
    .filter(({ name }) => name !== MACHINE_CODER)
    .map(({ name }): CoderTally => {
      const { cases, judged, coded } = passages.get(name) ?? { cases: 0, judged: 0, coded: 0 };
      return {
        coder: name,
        isApart: isApart(name),
        cases,
        casesDone: done.get(name)?.length ?? 0,
        coded,
        reviewed: judged - coded,
        words: new Set((words.get(name) ?? []).map(({ word }) => word)).size,
      };
    });
}
