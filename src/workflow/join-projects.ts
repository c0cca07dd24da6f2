import { UserError } from '../errors.js';
import { NO_CODEBOOK } from '../model/codebook.js';
import type { Decision } from '../model/decisions/decision.js';
import { subjectOf } from '../model/decisions/describe-decision.js';
import { isAboutGround } from '../project/affected-cases.js';
import { appendDerived } from '../project/append-derived.js';
import type { Context } from '../project/context.js';
import { codebooksToDerive } from '../project/derived-products.js';
import { takesStatistics } from '../project/given-statistics.js';
import type { SameCase } from '../project/join/find-same-texts.js';
import { renameCoders } from '../project/join/map-coders.js';
import { type OtherProject, openOther } from '../project/join/open-other.js';
import { type JoinedDecision, type JoinedDecisions, planDecisions } from '../project/join/plan-decisions.js';
import { type JoinPlan, planJoin } from '../project/join/plan-join.js';
import { readSide } from '../project/join/read-side.js';
import { changesGround, saveGround } from '../project/join/save-joined.js';
import { settleConflicts } from '../project/join/settle-conflicts.js';
import { forgetView } from '../project/project-view.js';
import { type Reanchored, reanchorPassages } from '../project/reanchor-passages.js';
import { type RecordedDecisions, recordJoined } from '../project/record-decisions.js';
import { caseIds } from '../store/case-table.js';
import { readCoders } from '../store/coder-table.js';
import { readDecisionsOf } from '../store/decision-log.js';
import { deriveMissing } from '../store/derive-missing.js';
import { renameCase } from '../store/rename-case.js';
import { latestRun } from '../store/run-table.js';
import { getSetting, setSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { codeCases } from './code-cases.js';
import { deriveAll } from './derive-all.js';
import { type MineReport, mineKeywords } from './mine-keywords.js';
import { readSettledSheet, type SettledConflict, writeConflictSheet } from './sheets/conflict-sheet.js';

/** What is joined, and how. */
export interface JoinOptions {
  /** The file of the other project, which is only read. */
  readonly path: string;
  /** What coders of the other project are called here, by their names there. */
  readonly coderMap?: Readonly<Record<string, string>> | undefined;
  /** Which of two contradicting decisions is in force. */
  readonly settle?: JoinedDecision['kept'] | undefined;
  /** The same for each of them: a sheet of conflicts, filled in, or what it would say. */
  readonly settled?: string | readonly SettledConflict[] | undefined;
  /** Where to write the sheet of the conflicts; nothing is joined while there are any. */
  readonly conflicts?: string | undefined;
  /** Who settles conflicts, and why as they do. */
  readonly coder: string;
  readonly reason?: string | undefined;
  /** Goes on with conflicts that nobody settled, to show what a join would do; only on a copy of the project. */
  readonly dryRun?: boolean | undefined;
}

/** What a join took over. */
export interface JoinReport {
  /** Whether both have cases, but none in common: the other may be of another study. */
  readonly isForeign: boolean;
  readonly casesAdded: readonly string[];
  readonly casesChanged: readonly string[];
  /** Cases that the projects know by two ids, and the one that stands. */
  readonly sameCases: readonly SameCase[];
  readonly reanchored: Reanchored;
  /** Decisions that only the other project had. */
  readonly decisions: number;
  readonly coders: readonly string[];
  readonly superseded: readonly JoinedDecision[];
  readonly conflicts: readonly JoinedDecision[];
  /** Whose statistics are in force. */
  readonly statistics: JoinPlan['statistics']['take'];
  /** Of a new generation of statistics: what moved. */
  readonly mined: MineReport | null;
  readonly isDryRun: boolean;
}

/**
 * Takes over what another project has and this one lacks: cases, codebooks, coders, statistics, and the decisions of its log.
 * All of it is written in one transaction, or nothing. Joined either way, two projects come to the same state.
 * @throws UserError join/damaged, join/not-a-project, join/obstacles, join/conflicts, sheet/unknown-format
 */
export async function joinProject(context: Context, options: JoinOptions): Promise<JoinReport> {
  const { store } = context;
  const { settled: chosen = [] } = options;
  const settled = typeof chosen === 'string' ? await readSettledSheet(chosen) : chosen;
  try {
    return await store.longTransaction(async () => {
      const opened = openOther(store, options.path, context.engine);
      try {
        return await joinAll(context, opened, options, settled);
      } finally {
        opened.close();
      }
    });
  } catch (error) {
    throw asOfOther(error, options.path);
  } finally {
    forgetView(store);
  }
}

/** What is wrong with the file of the other project, which somebody else has whole. */
function asOfOther(error: unknown, path: string): unknown {
  const isOther = error instanceof UserError && 'path' in error.params && error.params.path === path;
  if (isOther && error.code === 'store/damaged') return new UserError('join/damaged', { path });
  return isOther && error.code === 'store/not-a-project'
    ? new UserError('join/not-a-project', { path })
    : error;
}

interface Planned {
  readonly plan: JoinPlan;
  readonly added: readonly Decision[];
  readonly decisions: JoinedDecisions;
  /** Conflicts that nobody settled. */
  readonly open: readonly JoinedDecision[];
}

function planAll(
  store: Store,
  other: Store,
  { coderMap = {}, settle }: JoinOptions,
  settled: readonly SettledConflict[],
): Planned {
  const plan = planJoin(readSide(store), readSide(other), new Map(Object.entries(coderMap)));
  if (plan.problems.length > 0) throw new UserError('join/obstacles', { problems: plan.problems });
  const { missing, targets } = plan.log;
  const diverged = targets.filter(({ isDiverged }) => isDiverged);
  const own = diverged.flatMap(({ here }) => here?.id ?? []);
  const changed = targets.filter(({ here, last, isDiverged }) => isDiverged || last.id !== here?.id);
  const theirs = [...missing, ...changed.flatMap(({ there }) => there?.id ?? [])];
  const fromThere = readDecisionsOf(other, theirs).map((one) => renameCoders(one, plan.coders.nameOf));
  const known = new Map([...fromThere, ...readDecisionsOf(store, own)].map((one) => [one.id, one]));
  const isMissing = new Set(missing);
  const open: JoinedDecision[] = [];
  const decisions = planDecisions(
    plan.log,
    (id) => known.get(id) as Decision,
    (conflict) => {
      const kept = settle ?? settled.find((one) => isAbout(one, conflict))?.kept;
      if (kept === undefined) open.push({ ...conflict, kept: 'later' });
      return kept ?? 'later';
    },
  );
  return { plan, added: fromThere.filter(({ id }) => isMissing.has(id)), decisions, open };
}

const isAbout = (one: SettledConflict, { earlier, later }: Omit<JoinedDecision, 'kept'>) =>
  one.earlier === earlier.id && one.later === later.id;

function refuseConflicts(open: readonly JoinedDecision[], path: string | undefined): void {
  if (open.length === 0) return;
  throw new UserError('join/conflicts', {
    about: open.map(
      ({ earlier, later }) => `${subjectOf(earlier) || subjectOf(later)} (${earlier.coder} / ${later.coder})`,
    ),
    path: path ?? '',
  });
}

async function joinAll(
  context: Context,
  { other, sameCases }: OtherProject,
  options: JoinOptions,
  settled: readonly SettledConflict[],
): Promise<JoinReport> {
  const { store, progress, now, newId } = context;
  await progress('save', 0, null);
  const renamed = sameCases.filter(({ here, id }) => here !== id);
  for (const { here, id } of renamed) renameCase(store, here, id);
  const { plan, added, decisions, open } = planAll(store, other, options, settled);
  if (open.length > 0 && options.conflicts !== undefined) {
    await writeConflictSheet(store, options.conflicts, decisions.conflicts);
  }
  if (!options.dryRun) refuseConflicts(open, options.conflicts);
  const isForeign =
    plan.cases.added.length === caseIds(other, { scope: 'all' }).length &&
    caseIds(store, { scope: 'all' }).length > 0;
  const known = new Set(readCoders(store).map(({ name }) => name));
  saveGround(other, store, plan);
  const settling = settleConflicts(decisions.conflicts, { ...options, time: now().toISOString(), newId });
  const logged = [...added, ...settling];
  const record = () => recordJoined(store, logged, [...decisions.inForce, ...settling]);
  const isOfGround =
    renamed.length > 0 || changesGround(plan) || logged.some(({ target }) => isAboutGround(store, target));
  const isFollowed = !isOfGround && (await followRecord(context, record));
  if (!isFollowed) record();
  const reanchored = reanchorPassages(store, plan.cases.withVersions);
  const mined = plan.statistics.take === 'new' ? await mineJoined(context) : null;
  if (!isFollowed) await deriveJoined(context, other);
  deriveMissing(store);
  const wasAdded = new Set(plan.cases.added);
  return {
    isForeign,
    casesAdded: plan.cases.added,
    casesChanged: plan.cases.changed.flatMap(({ caseId }) => (wasAdded.has(caseId) ? [] : caseId)),
    sameCases,
    reanchored,
    decisions: added.length,
    coders: readCoders(store).flatMap(({ name }) => (known.has(name) ? [] : name)),
    superseded: decisions.superseded,
    conflicts: decisions.conflicts,
    statistics: plan.statistics.take,
    mined,
    isDryRun: options.dryRun ?? false,
  };
}

/** Mines with statistics of all cases, unless the project takes them from elsewhere. */
function mineJoined(context: Context): Promise<MineReport> {
  return mineKeywords(context, { restat: !takesStatistics(context.store) });
}

/** Records, with the few derived rows that follow; nothing, where all of them are to be derived. */
async function followRecord({ store, progress }: Context, record: () => RecordedDecisions): Promise<boolean> {
  const appended = await appendDerived(store, record, (done) => progress('code', done, null));
  return appended !== 'derive before';
}

/** Screens and codes the whole project, also under no codebook where the other project was coded so. */
async function deriveJoined(context: Context, other: Store): Promise<void> {
  const { store } = context;
  if (latestRun(store, 'screen') === undefined) return;
  const isGrown = (project: Store) => codebooksToDerive(project).some(({ codebookId }) => codebookId === '');
  if (isGrown(other) && !isGrown(store)) {
    const last = getSetting(store, 'codebook') ?? null;
    await codeCases(context, { codebook: NO_CODEBOOK });
    setSetting(store, 'codebook', last);
  }
  await deriveAll(context);
}
