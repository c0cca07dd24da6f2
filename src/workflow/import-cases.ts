import { UserError } from '../errors.js';
import { readAttributeTable } from '../formats/read-cases.js';
import type { Case } from '../model/case.js';
import type { NormalizedText } from '../model/normalized-text.js';
import { buildCases } from '../stages/import/build-cases.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { readCase, saveCases } from '../store/case-table.js';
import { saveNormalizedText } from '../store/normalized-text-table.js';
import type { Context } from './context.js';
import { groupCases } from './group-cases.js';
import { readBytes } from './read-bytes.js';
import { readRecords } from './read-records.js';
import { type Reanchored, reanchorAssignments } from './reanchor-assignments.js';
import { recordRun } from './record-run.js';

/** What to import and how. */
export interface ImportOptions {
  readonly paths: readonly string[];
  readonly attributes?: string | undefined;
  readonly batch?: string | undefined;
  /** Leaves out what cannot be imported instead of importing nothing. */
  readonly skipBad?: boolean | undefined;
  /** What the cases will be grouped by, when that is known: nothing is imported when no case has it. */
  readonly by?: string | undefined;
  /** The folder for the tables, when there will be one: what lies in it is no case. */
  readonly out?: string | undefined;
}

/** What importing did, by case id, and what was left out. */
export interface ImportReport {
  readonly runId: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly attributesChanged: readonly string[];
  readonly reanchored: Reanchored;
  readonly skipped: readonly UserError[];
}

/**
 * Imports case files into the project. Known texts add nothing; a changed text becomes a new version, to
 * which coded passages are carried over. One bad file stops the whole import unless `skipBad` is set.
 */
export async function importCases(context: Context, options: ImportOptions): Promise<ImportReport> {
  const { store, progress } = context;
  const started = context.now();
  const { paths, attributes, batch = '1', by, out } = options;
  const ours = [store.path, attributes, out].filter((path) => path !== undefined);
  const { records, problems: unread } = await readRecords(paths, ours, progress);
  const table = attributes === undefined ? null : readAttributeTable(attributes, readBytes(attributes));
  const { cases, problems: unbuilt } = buildCases(records, table, { batch });
  const problems = [...unread, ...unbuilt.filter((problem) => !isKnownCase(context, problem))];
  refuse(problems, records.length + unread.length, options.skipBad ?? false);
  if (cases.length === 0) throw new UserError('import/nothing-to-import', { path: paths.join(' ') });

  const cleaned = await cleanTexts(cases, progress);
  await progress('save', 0, null);
  return store.transaction(() => {
    const saved = saveCases(store, cases);
    if (by !== undefined) groupCases(store, by);
    for (const { id, version } of cases) {
      const normalized = cleaned.get(id);
      if (normalized) saveNormalizedText(store, id, version, normalized);
    }
    const run = recordRun(context, {
      stage: 'import',
      options: { batch },
      inputs: {},
      cases: cases.map(({ id, version }) => ({ caseId: id, version })),
      started,
    });
    const reanchored = reanchorAssignments(store, saved.changed);
    return { runId: run.id, ...saved, reanchored, skipped: problems };
  });
}

/** A row of the attribute table may also name a case that an earlier batch brought. */
function isKnownCase({ store }: Context, problem: UserError): boolean {
  if (problem.code !== 'import/attribute-without-case') return false;
  const { id } = problem.params as { id: string };
  return [id, id.replace(/\.[^./]+$/, '')].some((known) => readCase(store, known) !== undefined);
}

function refuse(problems: readonly UserError[], total: number, skipBad: boolean): void {
  const [first] = problems;
  if (!first || skipBad) return;
  if (problems.length === 1 && total === 1) throw first;
  throw new UserError('import/bad-files', { problems, total });
}

async function cleanTexts(
  cases: readonly Case[],
  progress: Context['progress'],
): Promise<Map<string, NormalizedText>> {
  const cleaned = new Map<string, NormalizedText>();
  for (const [index, { id, text }] of cases.entries()) {
    await progress('clean', index, cases.length);
    cleaned.set(id, normalizeText(text));
  }
  await progress('clean', cases.length, cases.length);
  return cleaned;
}
