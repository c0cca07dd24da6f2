import type { MemoSubject } from '../../model/decisions/memo.js';
import { codebookInForce } from '../../project/applied-codebook.js';
import type { Context } from '../../project/context.js';
import { codeNamed } from '../../project/find-code.js';
import { memoDecision, memoText } from '../../project/memo-decision.js';
import {
  codeMeanings,
  isSaidAlready,
  type MeaningOf,
  passageDecision,
} from '../../project/passage-decision.js';
import { planFounding } from '../../project/plan-founding.js';
import type { PlannedVerdict } from '../../project/plan-reviews.js';
import { projectForm } from '../../project/project-form.js';
import { type RecordedDecisions, recordDecisions } from '../../project/record-decisions.js';
import { areProposalsShown } from '../../project/shown-proposals.js';
import { notInForce } from '../../project/verdict-decision.js';
import type { NewDecision } from '../../store/decision-log.js';
import { passageId } from '../../text/passage-id.js';
import { type DecideReport, followDecisions } from '../follow-decisions.js';

/** Who judges passages, and why. */
export interface Judge {
  readonly coder: string;
  readonly reason: string;
  readonly codebook?: string | undefined;
}

/** What is recorded beside verdicts, in the same statement. */
interface Beside {
  readonly memo?: string | undefined;
  /** The name of a code that the verdicts give: where none has it, it is founded first, before they are planned. */
  readonly founds?: string | undefined;
}

/** What is planned of passages, and what goes with it. */
export interface PlannedVerdicts {
  readonly verdicts: readonly PlannedVerdict[];
  /** What the memo is on. */
  readonly memoOn?: (() => MemoSubject) | undefined;
  /** Memos of the coder that follow their passage. */
  readonly memos?: readonly NewDecision[] | undefined;
}

/** Logs what is planned as one statement, with the memo that goes with it; what the coder said before is not said again. */
export function recordVerdicts(
  context: Context,
  judge: Judge & Beside,
  plan: (again: Context) => PlannedVerdicts,
): Promise<DecideReport> {
  return followDecisions(context, (again) => {
    const { store } = again;
    const founding = recordFounding(again, judge);
    const { verdicts, memoOn, memos = [] } = plan(again);
    const meaningOf = codeMeanings(store);
    const isKnown = (one: PlannedVerdict) => isSaidAlready(store, judge.coder, one, meaningOf);
    const { coder, memo } = judge;
    const fresh = [
      ...verdicts.filter((one) => !isKnown(one)).map((one) => decisionOn(again, judge, one, meaningOf)),
      ...memos,
      ...(memo === undefined || !memoOn
        ? []
        : [memoDecision(again, { type: 'note', on: memoOn(), text: memoText(memo), coder })]),
    ];
    const statement = (founding.decisions[0] ?? fresh[0])?.id ?? '';
    const alreadyInForce = verdicts.filter(isKnown).map(({ target }) => passageId(target));
    const logged = recordDecisions(
      store,
      fresh.map((one) => ({ ...one, statement })),
    );
    return {
      decisions: [...founding.decisions, ...logged.decisions],
      changes: [...founding.changes, ...logged.changes],
      alreadyInForce,
    };
  });
}

function recordFounding(context: Context, { founds, ...by }: Judge & Beside): RecordedDecisions {
  const { store } = context;
  // The first code of a project that grows its codebook has none beside it.
  const { codes } = codebookInForce(store)?.codebook ?? { codes: [] };
  if (founds === undefined || codeNamed(codes, founds)) return { decisions: [], changes: [] };
  const name = projectForm(store)(founds);
  return recordDecisions(store, notInForce(store, planFounding(context, name, by)).fresh);
}

/** What a coder codes by hand in a case whose proposals they saw before is not blind. */
function decisionOn(
  context: Context,
  judge: Judge,
  planned: PlannedVerdict,
  meaningOf: MeaningOf,
): NewDecision {
  const decision = passageDecision(context, judge, planned, meaningOf);
  const isShown = areProposalsShown(context.store, { ...planned.target, coder: judge.coder });
  return isShown ? { ...decision, suggestionShown: true } : decision;
}
