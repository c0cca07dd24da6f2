import { UserError } from '../errors.js';
import type { MemoSubject } from '../model/decisions/memo.js';
import type { PassageTarget } from '../model/decisions/target.js';
import type { Evidence } from '../model/evidence.js';
import type { Context } from '../project/context.js';
import { findCode, frameworkInUse } from '../project/find-code.js';
import { onPassage } from '../project/find-memo-subject.js';
import { currentPassages, findPassages, type PassagesNear } from '../project/find-passages.js';
import { type FoundPassage, findPassage, type PassagePlace } from '../project/find-quote.js';
import { memoDecision, memoText } from '../project/memo-decision.js';
import { codeMeanings, isSaidAlready, type MeaningOf, passageDecision } from '../project/passage-decision.js';
import { type PlannedVerdict, planReviews } from '../project/plan-reviews.js';
import { readPassageState, targetOf } from '../project/read-passage-state.js';
import { recordDecisions } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { requireUnsealed, sealedReader } from '../project/sealed-places.js';
import { areProposalsShown } from '../project/shown-proposals.js';
import type { NewDecision } from '../store/decision-log.js';
import { readPassageVerdict } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import { passageId } from '../text/passage-id.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** Who judges passages, and why. */
interface Judge {
  readonly coder: string;
  readonly reason: string;
  readonly codebook?: string | undefined;
}

/** The coded passages that are confirmed or rejected: by their ids, or all of a code and of cases. */
export interface ReviewOptions extends Judge, PassagesNear {
  /** Where `cases` are given too, and the `span` there, the passages are looked for there first. */
  readonly passages?: readonly string[] | undefined;
  readonly code?: string | undefined;
}

/** A passage that a person codes, or no longer does. */
export interface PassageOptions extends Judge, PassagePlace {
  readonly caseId: string;
  readonly codes: readonly string[];
  /** recode: the code that takes the place of the others. */
  readonly to?: string | undefined;
  /** code, recode: a memo on the passage, written in the same statement. */
  readonly memo?: string | undefined;
  /** code: the statement that it belongs to, and is taken back with; otherwise one of its own. */
  readonly statement?: string | undefined;
}

/**
 * Confirms or rejects coded passages for a coder, one by one or all of a code or case at once; which of the two is on record.
 * @throws UserError passage/nothing-chosen, passage/unknown, cases/unknown-case, cases/sealed, code/unknown-code
 */
export async function reviewPassages(
  context: Context,
  says: 'confirm' | 'reject',
  options: ReviewOptions,
): Promise<DecideReport> {
  const { store } = context;
  const coder = requireCoder(options.coder);
  return record(context, { ...options, coder }, () => {
    const { passages: byOne = [] } = options;
    const isBulk = byOne.length === 0;
    const codebookIds = () => [frameworkInUse(store, options.codebook).codebook.id];
    const chosen = isBulk
      ? choosePassages(store, options)
      : findPassages(store, codebookIds(), byOne, options);
    return planReviews(readPassageState(store), says, chosen, { coder, isBulk });
  });
}

/** Gives codes to a passage of a case, as the coder named. */
export async function codePassage(context: Context, options: PassageOptions): Promise<DecideReport> {
  const { store } = context;
  const coder = requireCoder(options.coder);
  const plan = () => {
    const { passage, targets } = placeCodes(store, options, options.codes, coder);
    return targets.map((target) => ({ kind: 'code', target, says: 'code', passage, isBulk: false }) as const);
  };
  return record(context, { ...options, coder }, plan, () => memoSubject(store, options, options.codes));
}

/** Takes codes away from a passage that the coder had coded. */
export async function uncodePassage(context: Context, options: PassageOptions): Promise<DecideReport> {
  const coder = requireCoder(options.coder);
  return record(context, { ...options, coder }, () => planUncoding(context.store, options, coder, 'uncode'));
}

/** Gives a passage that the coder had coded another code. */
export async function recodePassage(
  context: Context,
  options: PassageOptions & { readonly to: string },
): Promise<DecideReport> {
  const { store } = context;
  const coder = requireCoder(options.coder);
  const plan = () => {
    const taken = planUncoding(store, options, coder, 'recode');
    const { passage, targets } = placeCodes(store, options, [options.to], coder);
    return [
      ...taken,
      ...targets.map((target) => ({ kind: 'recode', target, says: 'code', passage, isBulk: false }) as const),
    ];
  };
  return record(context, { ...options, coder }, plan, () => memoSubject(store, options, [options.to]));
}

/** Logs what is planned as one statement, with the memo that goes with it; what the coder said before is not said again. */
function record(
  context: Context,
  judge: Judge & Pick<PassageOptions, 'memo' | 'statement'>,
  plan: () => readonly PlannedVerdict[],
  memoOn?: () => MemoSubject,
): Promise<DecideReport> {
  return followDecisions(context, (again) => {
    const { store } = again;
    const planned = plan();
    const meaningOf = codeMeanings(store);
    const isKnown = (one: PlannedVerdict) => isSaidAlready(store, judge.coder, one, meaningOf);
    const { coder, memo } = judge;
    const fresh = [
      ...planned.filter((one) => !isKnown(one)).map((one) => decisionOn(again, judge, one, meaningOf)),
      ...(memo === undefined || !memoOn
        ? []
        : [memoDecision(again, { type: 'note', on: memoOn(), text: memoText(memo), coder })]),
    ];
    const statement = judge.statement ?? fresh[0]?.id ?? '';
    const logged = fresh.map((one) => ({ ...one, statement }));
    const alreadyInForce = planned.filter(isKnown).map(({ target }) => passageId(target));
    return { ...recordDecisions(store, logged), alreadyInForce };
  });
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

function planUncoding(
  store: Store,
  options: PassageOptions,
  coder: string,
  kind: 'uncode' | 'recode',
): PlannedVerdict[] {
  const { passage, targets } = placeCodes(store, options, options.codes, coder);
  return targets.map((target) => {
    if (readPassageVerdict(store, target, coder)?.says !== 'code') {
      throw new UserError('passage/not-coded-by', { coder, caseId: options.caseId, code: target.codeId });
    }
    return { kind, target, says: null, passage, isBulk: false };
  });
}

function placeCodes(
  store: Store,
  options: PassageOptions,
  codes: readonly string[],
  coder: string,
): { passage: FoundPassage; places: Omit<PassageTarget, 'type'>[]; targets: PassageTarget[] } {
  if (codes.length === 0) throw new UserError('passage/no-code', {});
  const one = requireOpenCase(store, options.caseId);
  const { codebook } = frameworkInUse(store, options.codebook);
  const passage = findPassage(store, one, options);
  const at = { ...passage, caseId: one.id, version: one.version };
  requireUnsealed(at, sealedReader(store)(at));
  const { start, end } = passage;
  const places = codes.map((name) => {
    const { id: codeId } = findCode(codebook, name);
    const place = { caseId: one.id, version: one.version, start, end };
    return { codebookId: codebook.id, codeId, polarity: 'supports', ...place } as const;
  });
  return { passage, places, targets: places.map((place) => targetOf(store, place, coder)) };
}

/** What the memo of a coded passage is on: the passage where it lies now, under the first of its codes. */
function memoSubject(store: Store, options: PassageOptions, codes: readonly string[]): MemoSubject {
  const { passage, places } = placeCodes(store, options, codes, options.coder);
  return onPassage(store, { ...(places[0] as Omit<PassageTarget, 'type'>), quote: passage.quote });
}

function choosePassages(store: Store, { code, cases = [], codebook }: ReviewOptions): Evidence[] {
  if (code === undefined && cases.length === 0) throw new UserError('passage/nothing-chosen', {});
  const ids = new Set(cases.map((id) => requireOpenCase(store, id).id));
  const codeId = code && findCode(frameworkInUse(store, codebook).codebook, code).id;
  const chosen = currentPassages(store, frameworkInUse(store, codebook).codebook.id).filter(
    (one) => (codeId === undefined || one.codeId === codeId) && (ids.size === 0 || ids.has(one.caseId)),
  );
  if (chosen.length === 0) throw new UserError('passage/nothing-chosen', {});
  return chosen;
}
