import { givenGrounds } from '../../model/decisions/adjudication-grounds.js';
import type { NewDecision } from '../../store/decision-log.js';
import { passageId } from '../../text/passage-id.js';
import { contestedSentences } from '../contested-sentences.js';
import type { Context } from '../context.js';
import { newDecision } from '../new-decision.js';
import { codeMeanings, isSaidAlready, passageDecision } from '../passage-decision.js';
import { newCode } from '../plan-code-change.js';
import { verdictsOnCodes } from '../project-view.js';
import { type RecordedDecisions, recordDecisions } from '../record-decisions.js';
import { verdictDecision } from '../verdict-decision.js';
import { memoDecisions } from './memo-decisions.js';
import type { ParentOf } from './plan-code-rows.js';
import {
  type OwnSentence,
  type PlannedAdjudication,
  type RecordedState,
  type RowPlan,
  sheetReason,
} from './sheet-plan.js';
import { wordMemos } from './word-memos.js';

/** Logs what a sheet says as one statement: new codes first, then verdicts on words, codes and passages, then memos. */
export function recordSheet(
  context: Context,
  state: RecordedState,
  plans: readonly RowPlan[],
  parents: ParentOf,
  attendees: readonly string[],
): RecordedDecisions & { readonly alreadyInForce: readonly string[] } {
  const { store } = context;
  const { coder, head } = state;
  const shown = { suggestionShown: !head.isBlind };
  const first = [
    ...foundedCodes(context, state, parents),
    ...plans.flatMap(({ words = [] }) =>
      words.map(({ kind, planned, memo }) => ({
        ...verdictDecision(context, { kind, coder, reason: sheetReason(memo, head) }, planned),
        ...shown,
      })),
    ),
    ...plans
      .flatMap(({ adjudications = [] }) => adjudications)
      .map((planned) => adjudication(context, state, planned)),
  ];
  const statement = first[0]?.id;
  const inOne = (made: readonly NewDecision[], id = made[0]?.id) =>
    recordDecisions(
      store,
      made.map((one) => ({ ...one, statement: id ?? one.statement })),
    );
  const words = inOne(first, statement);
  // A code that was founded just now has its meaning only from here on.
  const meaningOf = codeMeanings(store);
  const judge = { coder, reason: sheetReason('', head) };
  const planned = plans.flatMap(({ passages = [] }) => passages);
  const known = planned.filter((one) => isSaidAlready(store, coder, one, meaningOf));
  const said = new Set(known);
  const passages = planned
    .filter((one) => !said.has(one))
    .map((one) => ({ ...passageDecision(context, judge, one, meaningOf), ...shown }));
  const memos = memoDecisions(
    context,
    state,
    plans.flatMap(({ memo }) => memo ?? []),
  );
  const onWords = wordMemos(
    context,
    coder,
    plans.flatMap(({ wordMemo }) => wordMemo ?? []),
  );
  const rest = inOne([...passages, ...memos, ...onWords], statement);
  const own = plans.flatMap(({ ownSentences = [] }) => ownSentences);
  const last = inOne(ownAdjudications(context, state, own, attendees), statement);
  return {
    decisions: [words, rest, last].flatMap(({ decisions }) => decisions),
    changes: [words, rest, last].flatMap(({ changes }) => changes),
    alreadyInForce: known.map(({ target }) => passageId(target)),
  };
}

function foundedCodes(context: Context, state: RecordedState, parents: ParentOf): NewDecision[] {
  const { store, base, codebook, codes, coder, head } = state;
  const codebookState = { base: base ?? codebook, codebook, verdicts: verdictsOnCodes(store) };
  return codes.founded().flatMap(({ id, name, level }) => {
    const parent = parents.get(id)?.parent;
    const made = newCode(
      codebookState,
      { id, name, level, code: null },
      parent === undefined ? {} : { parent },
    );
    return made.map((one) =>
      verdictDecision(context, { kind: 'promote', coder, reason: sheetReason('', head) }, one),
    );
  });
}

function adjudication(
  context: Context,
  { coder, head }: RecordedState,
  { target, after, memo }: PlannedAdjudication,
): NewDecision {
  const id = context.newId();
  const reason = sheetReason(memo, head);
  return newDecision(context, {
    id,
    kind: 'adjudicate',
    target,
    after: after({ id, reason }),
    coder,
    reason,
  });
}

/** What whoever adjudicates coded themself counts, where others say otherwise of the same code. */
function ownAdjudications(
  context: Context,
  state: RecordedState,
  own: readonly OwnSentence[],
  attendees: readonly string[],
): NewDecision[] {
  if (own.length === 0) return [];
  const { coder, codebook, codes } = state;
  return contestedSentences(context.store, codebook.id)
    .filter(
      (one) =>
        one.verdicts.some((verdict) => verdict.coder === coder && verdict.isCoded) &&
        own.some(
          ({ caseId, codeId, start, end }) =>
            caseId === one.caseId && codeId === one.codeId && start < one.end && one.start < end,
        ),
    )
    .map(({ caseId, codeId, decisions }) =>
      adjudication(context, state, {
        target: { type: 'sentence', codebookId: codebook.id, codeId, caseId, settles: decisions },
        after: ({ reason }) => ({
          verdictOf: coder,
          label: codes.labelOf(codeId),
          coder,
          reason,
          ...givenGrounds({ attendees }),
        }),
        memo: '',
      }),
    );
}
