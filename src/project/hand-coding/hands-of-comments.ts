import { groupBy } from '../../text/group-by.js';
import { commentsSheet } from '../sheets/row-key.js';
import type { RecordedState } from '../sheets/sheet-plan.js';
import type { CaseDocument, PlacedComment, PlannedComments } from './plan-comments.js';

/** What one coder says in the documents of one kind: those that the program exported so, or those of their own. */
export interface Hand extends Pick<RecordedState, 'coder' | 'head'> {
  readonly placed: readonly PlacedComment[];
  /** The cases of the documents. */
  readonly cases: ReadonlySet<string>;
}

/** Tells what documents say by coders, and by which kind of documents. */
export function handsOf(
  documents: readonly CaseDocument[],
  planned: readonly PlannedComments[],
  codebookId: string,
): Hand[] {
  const bySheet = groupBy(documents.keys(), (at) => documents[at]?.mark?.sheet ?? '');
  return [...bySheet].flatMap(([sheet, same]) => {
    const head = { id: sheet || commentsSheet(codebookId), isBlind: sheet === '' };
    const byCoder = groupBy(
      same.flatMap((at) => planned[at]?.placed ?? []),
      ({ coder }) => coder,
    );
    return [...byCoder].map(([coder, placed]) => {
      const cases = new Set(
        same.flatMap((at) =>
          planned[at]?.placed.some((one) => one.coder === coder) ? [documents[at]?.caseId ?? ''] : [],
        ),
      );
      return { head, coder, placed, cases };
    });
  });
}
