import { UserError } from '../errors.js';
import type { PassageVerdict } from '../model/decisions/passage-verdict.js';
import type { PassageTarget } from '../model/decisions/target.js';
import type { Evidence } from '../model/evidence.js';
import { readCodedPassages } from '../project/coded-passages.js';
import type { Context } from '../project/context.js';
import { findCase } from '../project/find-case.js';
import { findCode, frameworkInUse } from '../project/find-code.js';
import { type FoundPassage, findPassage, type PassagePlace } from '../project/find-quote.js';
import { recordDecisions } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { currentVersions } from '../store/case-table.js';
import type { NewDecision } from '../store/decision-log.js';
import { readPassageVerdict, targetAtPlace } from '../store/passage-verdict-table.js';
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
export interface ReviewOptions extends Judge {
  readonly passages?: readonly string[] | undefined;
  readonly code?: string | undefined;
  readonly cases?: readonly string[] | undefined;
}

/** A passage that a person codes, or no longer does. */
export interface PassageOptions extends Judge, PassagePlace {
  readonly caseId: string;
  readonly codes: readonly string[];
  /** recode: the code that takes the place of the others. */
  readonly to?: string | undefined;
}

/**
 * Confirms or rejects coded passages for a coder, one by one or all of a code or case at once; which of the two is on record.
 * @throws UserError passage/nothing-chosen, passage/unknown, cases/unknown-case, code/unknown-code
 */
export async function reviewPassages(
  context: Context,
  says: 'confirm' | 'reject',
  options: ReviewOptions,
): Promise<DecideReport> {
  const { store } = context;
  const coder = requireCoder(options.coder);
  return record(context, { ...options, coder }, () => {
    const byOne = options.passages ?? [];
    const isBulk = byOne.length === 0;
    const chosen = isBulk ? choosePassages(store, options) : findPassages(store, options, byOne);
    return chosen.map((one) => ({
      kind: says,
      target: targetOf(store, one, coder),
      says,
      passage: one,
      isBulk,
    }));
  });
}

/** Gives codes to a passage of a case, as the coder named. */
export async function codePassage(context: Context, options: PassageOptions): Promise<DecideReport> {
  const { store } = context;
  const coder = requireCoder(options.coder);
  return record(context, { ...options, coder }, () => {
    const { passage, targets } = placeCodes(store, options, options.codes, coder);
    return targets.map((target) => ({ kind: 'code', target, says: 'code', passage, isBulk: false }));
  });
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
  return record(context, { ...options, coder }, () => {
    const taken = planUncoding(store, options, coder, 'recode');
    const { passage, targets } = placeCodes(store, options, [options.to], coder);
    return [
      ...taken,
      ...targets.map((target) => ({ kind: 'recode', target, says: 'code', passage, isBulk: false }) as const),
    ];
  });
}

interface PlannedVerdict {
  readonly kind: 'code' | 'recode' | 'uncode' | 'confirm' | 'reject';
  readonly target: PassageTarget;
  /** Null takes the coder's verdict away. */
  readonly says: PassageVerdict['says'] | null;
  readonly passage: Pick<FoundPassage, 'quote' | 'cleanQuote'>;
  readonly isBulk: boolean;
}

/** Logs what is planned as one statement; what the coder said before is not said again. */
function record(
  context: Context,
  judge: Judge,
  plan: () => readonly PlannedVerdict[],
): Promise<DecideReport> {
  return followDecisions(context, (again) => {
    const { store } = again;
    const planned = plan();
    const isKnown = ({ target, says }: PlannedVerdict) =>
      says !== null && readPassageVerdict(store, target, judge.coder)?.says === says;
    const fresh = planned.filter((one) => !isKnown(one)).map((one) => decisionOf(again, judge, one));
    const logged = fresh.map((one) => ({ ...one, statement: fresh[0]?.id ?? '' }));
    const alreadyInForce = planned.filter(isKnown).map(({ target }) => passageId(target));
    return { ...recordDecisions(store, logged), alreadyInForce };
  });
}

function decisionOf(
  { store, now, newId }: Context,
  { coder, reason }: Judge,
  { kind, target, says, passage, isBulk }: PlannedVerdict,
): NewDecision {
  const id = newId();
  const { quote, cleanQuote } = passage;
  const label = frameworkInUse(store, target.codebookId).codes.get(target.codeId)?.label.zh ?? target.codeId;
  const after: PassageVerdict | null =
    says === null
      ? null
      : {
          says,
          label,
          quote,
          cleanQuote,
          isInVivo: says === 'code' && cleanQuote.includes(label),
          decisionId: id,
          coder,
          reason,
        };
  return {
    id,
    statement: id,
    coder,
    time: now().toISOString(),
    kind,
    target,
    after,
    reason,
    suggestionShown: kind === 'confirm' || kind === 'reject',
    isBulk,
  };
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
): { passage: FoundPassage; targets: PassageTarget[] } {
  if (codes.length === 0) throw new UserError('passage/no-code', {});
  const one = findCase(store, options.caseId);
  const { codebook } = frameworkInUse(store, options.codebook);
  const passage = findPassage(store, one, options);
  const { start, end } = passage;
  const targets = codes.map((name) => {
    const { id: codeId } = findCode(codebook, name);
    const place = { caseId: one.id, version: one.version, start, end };
    return targetOf(store, { codebookId: codebook.id, codeId, polarity: 'supports', ...place }, coder);
  });
  return { passage, targets };
}

/** The target under which a coder judged a passage before, or else judges it now. */
function targetOf(store: Store, place: Omit<PassageTarget, 'type'>, coder: string): PassageTarget {
  const { codebookId, codeId, polarity, caseId, version, start, end } = place;
  const target = { type: 'passage', codebookId, codeId, polarity, caseId, version, start, end } as const;
  return targetAtPlace(store, target, coder) ?? target;
}

/** The coded passages of the current texts, rejected ones too. */
function currentPassages(store: Store, codebook: string | undefined): Evidence[] {
  const versions = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  const { id } = frameworkInUse(store, codebook).codebook;
  return mergeEvidence(readCodedPassages(store, id)).filter(
    (one) => versions.get(one.caseId) === one.version,
  );
}

function findPassages(store: Store, { codebook }: ReviewOptions, ids: readonly string[]): Evidence[] {
  const byId = new Map(currentPassages(store, codebook).map((one) => [passageId(one), one]));
  return ids.map((id) => {
    const found = byId.get(id);
    if (!found) throw new UserError('passage/unknown', { id });
    return found;
  });
}

function choosePassages(store: Store, { code, cases = [], codebook }: ReviewOptions): Evidence[] {
  if (code === undefined && cases.length === 0) throw new UserError('passage/nothing-chosen', {});
  const ids = new Set(cases.map((id) => findCase(store, id).id));
  const codeId = code && findCode(frameworkInUse(store, codebook).codebook, code).id;
  const chosen = currentPassages(store, codebook).filter(
    (one) => (codeId === undefined || one.codeId === codeId) && (ids.size === 0 || ids.has(one.caseId)),
  );
  if (chosen.length === 0) throw new UserError('passage/nothing-chosen', {});
  return chosen;
}
