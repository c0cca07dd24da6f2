import { UserError } from '../errors.js';
import type { DoneTarget } from '../model/decisions/target.js';
import type { Context } from '../project/context.js';
import { frameworkInUse } from '../project/find-code.js';
import { type PlannedState, recordPlanned } from '../project/record-planned.js';
import { requireCoder } from '../project/require-coder.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { readDone } from '../store/case-done-table.js';
import type { Store } from '../store/store.js';
import type { CasesDecision } from './decide-standing.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** The cases that a coder is done with under a codebook (the one applied last). */
export interface DoneOptions extends CasesDecision {
  readonly codebook?: string | undefined;
  /** Takes it back. */
  readonly notYet?: boolean | undefined;
}

/** The cases in which the coding of another coder was checked. */
export interface CheckOptions extends DoneOptions {
  readonly codingOf: string;
}

/**
 * Says that a coder is done with cases: what they left uncoded there counts as uncoded by them.
 * @throws UserError cases/unknown-case, cases/sealed, tables/not-coded
 */
export async function finishCases(context: Context, options: DoneOptions): Promise<DecideReport> {
  const coder = requireCoder(options.coder);
  const kind = options.notYet ? 'not-done' : 'done';
  return followDecisions(context, (again) => {
    const targets = targetsOf(again.store, options, coder);
    return recordPlanned(
      again,
      { coder, reason: options.reason },
      targets.map((target) => planned(kind, target, options, coder)),
    );
  });
}

/**
 * Says that a coder checked the coding of another, who is done with the cases.
 * @throws UserError cases/unknown-case, cases/sealed, cases/own-coding, cases/not-done, tables/not-coded
 */
export async function checkCases(context: Context, options: CheckOptions): Promise<DecideReport> {
  const coder = requireCoder(options.coder);
  const codingOf = requireCoder(options.codingOf);
  if (codingOf === coder) throw new UserError('cases/own-coding', { coder });
  const kind = options.notYet ? 'not-checked' : 'check';
  return followDecisions(context, (again) => {
    const targets = targetsOf(again.store, options, codingOf);
    const unfinished = targets.filter((target) => readDone(again.store, target, codingOf) === null);
    if (unfinished.length > 0 && !options.notYet) {
      const cases = unfinished.map(({ caseId }) => caseId).join(', ');
      throw new UserError('cases/not-done', { coder: codingOf, cases });
    }
    return recordPlanned(
      again,
      { coder, reason: options.reason },
      targets.map((target) => planned(kind, target, options, coder)),
    );
  });
}

function targetsOf(store: Store, { cases, codebook }: DoneOptions, codingOf: string): DoneTarget[] {
  const codebookId = frameworkInUse(store, codebook).codebook.id;
  const found = new Map(
    cases.map((id) => requireOpenCase(store, id)).map(({ id, version }) => [id, version]),
  );
  return [...found].map(([caseId, version]) => ({ type: 'done', codebookId, caseId, version, codingOf }));
}

function planned(
  kind: 'done' | 'not-done' | 'check' | 'not-checked',
  target: DoneTarget,
  { reason, notYet = false }: DoneOptions,
  coder: string,
): PlannedState {
  const standing = target.codingOf === coder ? 'done' : 'checked';
  return { kind, target, after: notYet ? null : { standing, coder, reason } };
}
