import { UserError } from '../errors.js';
import { MACHINE_CODER } from '../model/coded-passage.js';
import { nameInRound } from '../model/coder-round.js';
import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import type { AgreementReport, AgreementUnit, AgreeRequest } from '../project/agreement-report.js';
import { assembleAgreement } from '../project/assemble-agreement.js';
import { codingUnderVersion } from '../project/coded-under.js';
import { compareKeywords } from '../project/compare-keywords.js';
import { comparePassages } from '../project/compare-passages.js';
import type { ReadContext } from '../project/context.js';
import { headlineMeasure } from '../project/headline-measure.js';
import { judgementsByCounting } from '../project/judgements-by-counting.js';
import { requireBatch } from '../project/require-batch.js';
import { MOST_CODERS } from '../stages/assess/agreement/ratings.js';
import { DEFAULT_RESAMPLING } from '../stages/assess/agreement/resample.js';
import { countLeftOut } from '../store/case-standing-table.js';
import { currentVersions } from '../store/case-table.js';
import { readCoders } from '../store/coder-table.js';
import { decisionsAfterSuggestion, timesOfCodebookChanges } from '../store/decision-log.js';
import { countSealedStatements } from '../store/sealed-statement-table.js';
import type { Store } from '../store/store.js';

export type { AgreementReport, AgreeRequest } from '../project/agreement-report.js';

/**
 * Measures how coders of a project agree, by what each of them said before anything was adjudicated, under one version of a
 * codebook.
 * @throws UserError agree/two-coders, agree/too-many-coders, agree/machine, agree/nothing-in-common, agree/no-such-level,
 * agree/no-such-version, tables/not-coded, view/unknown-coder
 */
export function agreeCoders({ store }: ReadContext, request: AgreeRequest): AgreementReport {
  const asked = Object.entries(request).filter(([, one]) => one !== undefined && one !== false);
  // The page, the table and the figure ask for the same.
  return store.remember(`agreement ${JSON.stringify(asked.sort())}`, () => compareCoders(store, request));
}

function compareCoders(store: Store, request: AgreeRequest): AgreementReport {
  const coders = requireCoders(store, inRound(request));
  requireBatch(store, request.batch);
  const coding = codingUnderVersion(store, request.codebook, request.codebookVersion);
  const { id } = coding.framework.codebook;
  const unit = request.unit ?? usualUnit(store, id, coders);
  const resampling = {
    resamples: request.resamples ?? DEFAULT_RESAMPLING.resamples,
    seed: request.seed ?? DEFAULT_RESAMPLING.seed,
  };
  const { level, batch } = request;
  const hidden = new Set(request.hiddenCases);
  if (unit === 'keyword' && batch !== undefined) throw new UserError('agree/batch-of-keywords', { batch });
  const collected =
    unit === 'keyword'
      ? compareKeywords(store, { coders, coding, level, hidden })
      : comparePassages(store, { coders, coding, unit, level, resampling, batch, hidden });
  const questions = collected.questions.filter(({ units }) => units.length > 0);
  if (questions.length === 0) {
    throw new UserError('agree/nothing-in-common', { coders: coders.join(', '), unit });
  }
  const measured = assembleAgreement({
    coders,
    collected: { ...collected, questions },
    headline: headlineMeasure(store),
    all: request.all ?? false,
    resampling,
    codebookChanges: timesOfCodebookChanges(store),
  });
  const { excluded, sealed } = countLeftOut(store);
  const shown = decisionsAfterSuggestion(store);
  return {
    unit,
    codebook: { id, version: coding.version, isSettled: coding.isSettled },
    sheet: null,
    ...measured,
    segmentation: collected.segmentation,
    leftOut: {
      excludedCases: excluded,
      sealedCases: sealed,
      hiddenCases: hidden.size,
      sealedStatements: countSealedStatements(store, currentVersions(store, { batch })),
      unitsOfOne: collected.unitsOfOne,
      verdicts: collected.verdictsLeftOut,
    },
    unitsAfterSuggestion: collected.decisions.filter((ids) => ids.some((one) => shown.has(one))).length,
  };
}

/** The names that coders have in the round that is asked for; a retest is compared with the first coding. */
function inRound({ coders = [], round }: AgreeRequest): readonly string[] {
  if (round === undefined) return coders;
  const named = coders.map((coder) => nameInRound(coder.normalize('NFC').trim(), round));
  if (round === 'pilot') return named;
  if (coders.length !== 1) throw new UserError('agree/one-coder', { coders: coders.join(', ') });
  return [...coders, ...named];
}

/** Sentences where any of the coders judged passages, else keywords. */
function usualUnit(store: Store, codebookId: string, coders: readonly string[]): AgreementUnit {
  const { counted, leftOut } = judgementsByCounting(store, codebookId);
  const isTheirs = ({ verdict }: PassageJudgement) => coders.includes(verdict.coder);
  return counted.some(isTheirs) || leftOut.some(isTheirs) ? 'sentence' : 'keyword';
}

function requireCoders(store: Store, names: readonly string[]): string[] {
  const coders = [...new Set(names.map((name) => name.normalize('NFC').trim()).filter(Boolean))];
  if (coders.includes(MACHINE_CODER)) throw new UserError('agree/machine', { coder: MACHINE_CODER });
  const known = readCoders(store).flatMap(({ name }) => (name === MACHINE_CODER ? [] : [name]));
  const unknown = coders.find((coder) => !known.includes(coder));
  if (unknown !== undefined) {
    throw new UserError('view/unknown-coder', { coder: unknown, known: known.join(', ') });
  }
  if (coders.length < 2) throw new UserError('agree/two-coders', { known: known.join(', ') });
  if (coders.length > MOST_CODERS) throw new UserError('agree/too-many-coders', { most: MOST_CODERS });
  return coders;
}
