import { UserError } from '../errors.js';
import { GROWING } from '../model/codebook.js';
import type { SheetHead, SheetKind, UnreadOfSheet } from '../model/sheet.js';
import { codebookInForce } from '../project/applied-codebook.js';
import type { Context } from '../project/context.js';
import { codebookToDecide } from '../project/find-code.js';
import { forgetView, viewProject } from '../project/project-view.js';
import { requireCoder } from '../project/require-coder.js';
import { currentRevision } from '../project/require-revision.js';
import { type FoundedCode, openCodeCells } from '../project/sheets/code-cell.js';
import { type HandedSheet, readHandedSheet } from '../project/sheets/handed-sheet.js';
import { type ParentOf, planCodeRows } from '../project/sheets/plan-code-rows.js';
import { planContestedRows } from '../project/sheets/plan-contested-rows.js';
import { planPassageRows } from '../project/sheets/plan-passage-rows.js';
import { planKeywordRows, planScreeningRows } from '../project/sheets/plan-word-rows.js';
import { recordSheet } from '../project/sheets/record-sheet.js';
import type { PlannedRows, SheetState } from '../project/sheets/sheet-plan.js';
import { readSheet } from '../sources/read-sheet.js';
import { caseIds } from '../store/case-table.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** How a sheet is taken in. */
export interface ImportSheetOptions {
  readonly path: string;
  /** Must be the coder of the sheet where it is given. */
  readonly coder?: string | undefined;
  /** Names that no code has found one. */
  readonly isNew?: boolean | undefined;
  /** Rows with a problem are left out; otherwise nothing is written. */
  readonly skipBad?: boolean | undefined;
  /** contested: who took part, when a group adjudicated. */
  readonly attendees?: readonly string[] | undefined;
  /** Only says what would be written. */
  readonly dryRun?: boolean | undefined;
}

/** What a sheet said, and what became of it. */
export interface ImportedSheet extends DecideReport, UnreadOfSheet {
  readonly sheet: string;
  readonly what: SheetKind;
  readonly coder: string;
  readonly rows: number;
  /** How many decisions of each kind there are, or would be. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly founded: readonly FoundedCode[];
  readonly problems: readonly UserError[];
  readonly isDryRun: boolean;
}

/**
 * Takes in a sheet that a coder filled in: all of it is one statement of that coder. Rows are checked one by one before
 * anything is written.
 * @throws UserError sheet/not-a-sheet, sheet/mixed, sheet/missing-columns, sheet/other-project, sheet/other-coder, sheet/bad-rows, decide/not-coded
 */
export async function importSheet(context: Context, options: ImportSheetOptions): Promise<ImportedSheet> {
  const { path, isNew = false, skipBad = false, dryRun = false, attendees = [] } = options;
  const tables = await readSheet(path);
  const levelsOf = ({ codebookId }: SheetHead) =>
    codebookId === null ? [] : codebookToDecide(context.store, 'review', codebookId).codebook.levels;
  const sheet = readHandedSheet(path, tables, levelsOf);
  requireOwnCases(context, path, sheet);
  const coder = requireCoder(sheet.head.coder);
  if (options.coder !== undefined && requireCoder(options.coder) !== coder) {
    throw new UserError('sheet/other-coder', { path, of: coder, coder: options.coder });
  }
  let planned = planSheetOrRefuse();
  let plannedAt = currentRevision(context);
  const about = () => ({
    sheet: sheet.head.id,
    what: sheet.head.what,
    coder,
    rows: sheet.rows.length,
    founded: planned.state.codes.founded(),
    problems: planned.problems,
    unread: sheet.unread,
    comments: sheet.comments,
    isDryRun: dryRun,
  });
  if (dryRun) {
    const kinds = rehearse(context, planned, attendees);
    return { ...about(), kinds, decisions: [], alreadyInForce: [], derived: null, leftOutPassages: [] };
  }
  const report = await followDecisions(context, (within) => {
    // Planning takes as long as all the rest: it is done again only where somebody changed the project meanwhile.
    const revision = currentRevision(within);
    if (revision !== plannedAt) planned = planSheetOrRefuse();
    plannedAt = revision;
    return recordSheet(within, planned.state, planned.plans, planned.parents, attendees);
  });
  return { ...about(), ...report, kinds: countKinds(report.decisions) };

  function planSheetOrRefuse(): PlannedSheet {
    const found = planSheet(context, sheet, { coder, isNew, attendees });
    if (found.problems.length > 0 && !skipBad && !dryRun) {
      throw new UserError('sheet/bad-rows', { path, problems: found.problems });
    }
    return found;
  }
}

/** Refuses a sheet of which this project has no case. */
function requireOwnCases({ store }: Context, path: string, { rows }: HandedSheet): void {
  const named = new Set(rows.flatMap(({ key }) => key?.caseId ?? []));
  const isOwn = named.size === 0 || caseIds(store, { scope: 'all' }).some((id) => named.has(id));
  if (!isOwn) throw new UserError('sheet/other-project', { path, cases: [...named].slice(0, 5).join(', ') });
}

/** Thrown to roll back what a rehearsal logged. */
class Rehearsed extends Error {
  constructor(readonly kinds: Record<string, number>) {
    super('a rehearsal is taken back');
  }
}

/** Logs a sheet, counts its decisions, and takes them back. */
function rehearse(
  context: Context,
  { state, plans, parents }: PlannedSheet,
  attendees: readonly string[],
): Record<string, number> {
  const { store } = context;
  try {
    return store.transaction((): never => {
      throw new Rehearsed(countKinds(recordSheet(context, state, plans, parents, attendees).decisions));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.kinds;
    throw error;
  } finally {
    forgetView(store);
  }
}

/** What a sheet says, and what was needed to read it. */
interface PlannedSheet extends PlannedRows {
  readonly state: SheetState;
  readonly parents: ParentOf;
}

interface SheetGiven {
  readonly coder: string;
  readonly isNew: boolean;
  readonly attendees: readonly string[];
}

function planSheet(
  { store }: Context,
  sheet: HandedSheet,
  { coder, isNew, attendees }: SheetGiven,
): PlannedSheet {
  viewProject(store);
  const { head } = sheet;
  const found = head.codebookId === null ? null : codebookInForce(store, head.codebookId);
  const { base, codebook } = found ?? { base: null, codebook: GROWING };
  const state = { store, head, coder, base, codebook, isNew, codes: openCodeCells(codebook, isNew) };
  const none: ParentOf = new Map();
  if (head.what === 'axial') return { state, ...planCodeRows(state, sheet) };
  return { state, parents: none, ...planOther(state, sheet, attendees) };
}

function planOther(state: SheetState, sheet: HandedSheet, attendees: readonly string[]): PlannedRows {
  switch (state.head.what) {
    case 'screening':
      return planScreeningRows(state, sheet);
    case 'contested':
      return planContestedRows(state, sheet, attendees);
    case 'open': {
      const isOfWords = sheet.rows.some(({ key }) => key?.word !== undefined);
      return isOfWords ? planKeywordRows(state, sheet) : planPassageRows(state, sheet);
    }
    default:
      return planPassageRows(state, sheet);
  }
}

function countKinds(decisions: readonly { readonly kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of decisions) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
