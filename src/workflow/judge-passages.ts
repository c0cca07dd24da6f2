import { UserError } from '../errors.js';
import type { Evidence } from '../model/evidence.js';
import type { Span } from '../model/span.js';
import type { Context } from '../project/context.js';
import { findCode, frameworkInUse } from '../project/find-code.js';
import { currentPassages, findPassages, type PassagesNear } from '../project/find-passages.js';
import { type PlannedVerdict, planReviews } from '../project/plan-reviews.js';
import { readPassageState } from '../project/read-passage-state.js';
import { requireCoder } from '../project/require-coder.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { readPassageVerdict } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import type { DecideReport } from './follow-decisions.js';
import { type CodesAtPlace, memoSubject, placeCodes } from './passages/place-codes.js';
import { type Judge, recordVerdicts } from './passages/record-verdicts.js';
import { replaceCoding } from './passages/replace-coding.js';

/** The coded passages that are confirmed or rejected: by their ids, or all of a code and of cases. */
export interface ReviewOptions extends Judge, PassagesNear {
  /** Where `cases` are given too, and the `span` there, the passages are looked for there first. */
  readonly passages?: readonly string[] | undefined;
  readonly code?: string | undefined;
}

/** A passage that a person codes, or no longer does. */
export interface PassageOptions extends Judge, CodesAtPlace {
  /** recode: the code that takes the place of the others. */
  readonly to?: string | undefined;
  /** code, recode: a memo on the passage, written in the same statement. */
  readonly memo?: string | undefined;
  /** code: the name of a code that is founded in the same statement, where none has it. */
  readonly founds?: string | undefined;
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
  const coder = requireCoder(options.coder);
  return recordVerdicts(context, { ...options, coder }, ({ store }) => {
    const { passages: byOne = [] } = options;
    const isBulk = byOne.length === 0;
    const codebookIds = () => [frameworkInUse(store, options.codebook).codebook.id];
    const chosen = isBulk
      ? choosePassages(store, options)
      : findPassages(store, codebookIds(), byOne, options);
    return { verdicts: planReviews(readPassageState(store), says, chosen, { coder, isBulk }) };
  });
}

/** Gives codes to a passage of a case, as the coder named. */
export async function codePassage(context: Context, options: PassageOptions): Promise<DecideReport> {
  const coder = requireCoder(options.coder);
  return recordVerdicts(context, { ...options, coder }, ({ store }) => {
    const placed = placeCodes(store, options, coder);
    const { passage, targets } = placed;
    return {
      verdicts: targets.map((target) => ({ kind: 'code', target, says: 'code', passage, isBulk: false })),
      memoOn: () => memoSubject(store, placed),
    };
  });
}

/**
 * Takes codes away from a passage that the coder had coded.
 * @throws UserError passage/not-coded-by
 */
export async function uncodePassage(context: Context, options: PassageOptions): Promise<DecideReport> {
  const coder = requireCoder(options.coder);
  return recordVerdicts(context, { ...options, coder }, ({ store }) => {
    const { passage, targets } = placeCodes(store, options, coder);
    const verdicts = targets.map((target): PlannedVerdict => {
      if (readPassageVerdict(store, target, coder)?.says !== 'code') {
        throw new UserError('passage/not-coded-by', { coder, caseId: options.caseId, code: target.codeId });
      }
      return { kind: 'uncode', target, says: null, passage, isBulk: false };
    });
    return { verdicts };
  });
}

/**
 * Gives a passage another code; the coder's memos on it go with it. An own coding is taken back for it, and what the program
 * proposes is rejected.
 * @throws UserError passage/not-coded-by where the coder did not code it, nor the program proposes it
 */
export async function recodePassage(
  context: Context,
  options: PassageOptions & { readonly to: string },
): Promise<DecideReport> {
  return replaceCoding(context, options, (from) => ({ ...from, codes: [options.to] }));
}

/**
 * Says that a passage speaks against a code for which it was coded, or the reverse; the coder's memos on it go with it.
 * @throws UserError passage/not-coded-by where the coder did not code it, nor the program proposes it
 */
export async function turnPassage(context: Context, options: PassageOptions): Promise<DecideReport> {
  const polarity = options.polarity === 'contradicts' ? 'supports' : 'contradicts';
  return replaceCoding(context, options, (from) => ({ ...from, polarity }));
}

/**
 * Moves the edges of a passage that the coder had coded; their memos on it go with it.
 * @throws UserError passage/not-coded-by, passage/outside
 */
export async function movePassage(
  context: Context,
  options: PassageOptions & { readonly toSpan: Span },
): Promise<DecideReport> {
  return replaceCoding(context, options, (from) => ({ ...from, span: options.toSpan }));
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
