import type { Case, CaseHead } from '../model/case.js';
import type { CaseFile } from '../model/case-file.js';
import { stepNameSchema } from '../model/cleaning-step.js';
import { NO_CODEBOOK } from '../model/codebook.js';
import type { CaseStanding } from '../model/decisions/case-standing.js';
import type { StepCount } from '../model/normalized-text.js';
import type { ReadContext } from '../project/context.js';
import { findCase } from '../project/find-case.js';
import { requireBatch } from '../project/require-batch.js';
import { type CleaningChange, traceCleaning } from '../stages/normalize/trace-cleaning.js';
import { readAllDone } from '../store/case-done-table.js';
import { readCaseFile } from '../store/case-file-table.js';
import { readCaseStandings } from '../store/case-standing-table.js';
import { countWithoutText, readCaseHeads } from '../store/case-table.js';
import { cleanLength, readCleanText, readStepCounts } from '../store/normalized-text-table.js';
import { readTextScope } from '../store/region-table.js';
import { sealedCounts } from '../store/sealed-statement-table.js';
import { readCharacters } from '../store/sentence-table.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';

/** What was decided about a case: whether it counts, whether it was chosen next, and who is done with its current version. */
export interface CaseState {
  readonly excluded: Pick<CaseStanding, 'coder' | 'reason'> | null;
  /** Held out until it is unsealed. */
  readonly sealed: Pick<CaseStanding, 'coder' | 'reason'> | null;
  /** Statements of it that are held out. */
  readonly sealedStatements: number;
  readonly chosen: Required<Pick<CaseStanding, 'order' | 'coder' | 'reason'>> | null;
  readonly done: readonly {
    readonly codebook: string;
    readonly coder: string;
    readonly checkedBy: readonly string[];
  }[];
}

/** A case as it is listed: `characters` counts the code points of its raw text. */
export type CaseSummary = CaseHead & CaseState & { readonly characters: number };

/** A case with the raw text that spans point into and the clean text that is analysed. */
export type CaseDetail = Omit<Case, 'batch'> & { readonly cleanText: string };

/** The current versions of all cases (of one batch), also those that do not count. */
export function listCases({ store }: ReadContext, batch?: string): CaseSummary[] {
  requireBatch(store, batch);
  const stateOf = caseStates(store);
  return [...readCaseHeads(store, { batch, scope: 'all' })].map((head) => ({
    ...head,
    characters: readCharacters(store, head.id, head.version),
    ...stateOf(head),
  }));
}

/** How many of the cases that count have no text, and so are in nothing that reads texts. */
export function casesWithoutText({ store }: ReadContext): number {
  return countWithoutText(store);
}

function caseStates(store: Store): (one: CaseHead) => CaseState {
  const excluded = readCaseStandings(store, 'excluded');
  const sealed = readCaseStandings(store, 'sealed');
  const statements = sealedCounts(store);
  const chosen = readCaseStandings(store, 'chosen');
  const done = groupBy(readAllDone(store), ({ caseId }) => caseId);
  return ({ id: caseId, version }) => {
    const choice = chosen.get(caseId);
    return {
      excluded: whoAndWhy(excluded.get(caseId)),
      sealed: whoAndWhy(sealed.get(caseId)),
      sealedStatements: statements.get(`${version}\t${caseId}`) ?? 0,
      chosen: choice ? { order: choice.order ?? 0, coder: choice.coder, reason: choice.reason } : null,
      done: (done.get(caseId) ?? []).map(({ codebookId, coder, checkedBy }) => ({
        codebook: codebookId || NO_CODEBOOK,
        coder,
        checkedBy,
      })),
    };
  };
}

function whoAndWhy(standing: CaseStanding | undefined): Pick<CaseStanding, 'coder' | 'reason'> | null {
  return standing ? { coder: standing.coder, reason: standing.reason } : null;
}

/** One case whole. */
export function showCase({ store }: ReadContext, caseId: string): CaseDetail {
  const found = findCase(store, caseId);
  const { id, title, text, attributes, source, version } = found;
  const cleanText = readCleanText(store, id, version) ?? '';
  return { id, title, text, cleanText, attributes, source, version };
}

/** What the cleaning of a case changed, each change with the raw text around it. */
export interface CaseDiff {
  readonly id: string;
  readonly steps: readonly StepCount[];
  readonly changes: readonly (CleaningChange & { readonly prefix: string; readonly suffix: string })[];
}

/** Code points of raw text shown on both sides of a change. */
const CONTEXT = 12;

/** Everything that cleaning changed in a case, by the steps that it was cleaned with. */
export function diffCase({ store }: ReadContext, caseId: string): CaseDiff {
  const { id, text, version } = findCase(store, caseId);
  const steps = readStepCounts(store, id, version);
  const names = steps.map(({ step }) => stepNameSchema.parse(step));
  const letters = [...text];
  const around = (start: number, end: number) => letters.slice(Math.max(0, start), end).join('');
  const changes = traceCleaning(text, { steps: names }).map((change) => ({
    ...change,
    prefix: around(change.start - CONTEXT, change.start),
    suffix: around(change.end, change.end + CONTEXT),
  }));
  return { id, steps, changes };
}

/** Where a case came from and what cleaning made of it; lengths in code points. */
export interface ManifestRow {
  readonly id: string;
  readonly file: string;
  /** Null for what was imported before files were recorded. */
  readonly sha256: string | null;
  readonly format: string | null;
  readonly encoding: string | null;
  /** The pages of a PDF, from 1, that are blank or pictures, and so not in the case. */
  readonly pagesWithoutText: readonly number[];
  readonly batch: string;
  readonly steps: readonly StepCount[];
  readonly characters: number;
  readonly cleanCharacters: number;
}

/** The manifest of the corpus (of one batch): one row a case. */
export function listManifest({ store }: ReadContext, batch?: string): ManifestRow[] {
  requireBatch(store, batch);
  return [...readCaseHeads(store, { batch, scope: 'all' })].map((one) => {
    const { id, version, source } = one;
    const file: CaseFile | undefined = readCaseFile(store, id, version);
    return {
      id,
      file: source,
      sha256: file?.sha256 ?? null,
      format: file?.format ?? null,
      encoding: file?.encoding ?? null,
      pagesWithoutText: file?.pagesWithoutText ?? [],
      batch: one.batch,
      steps: readStepCounts(store, id, version),
      characters: readCharacters(store, id, version),
      cleanCharacters: readTextScope(store, id, version)?.characters ?? cleanLength(store, id, version),
    };
  });
}
