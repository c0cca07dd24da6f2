import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { renameFile } from '../locked-files.js';
import type { Pseudonym } from '../model/pseudonym.js';
import type { Context } from '../project/context.js';
import type { StatisticsOptions } from '../project/mine-cases.js';
import { type FilledFile, fillPseudonymousFile } from '../project/pseudonyms/fill-pseudonymous-file.js';
import { countNames } from '../project/pseudonyms/find-in-cases.js';
import { wordCutter } from '../project/pseudonyms/word-cutter.js';
import { buildNameMatcher } from '../stages/pseudonyms/name-matcher.js';
import { nameReplacer } from '../stages/pseudonyms/replace-in-strings.js';
import { caseIds } from '../store/case-table.js';
import { deriveMissing } from '../store/derive-missing.js';
import { findInBytes } from '../store/find-in-bytes.js';
import { newestGeneration } from '../store/generation-table.js';
import { removeProjectFile } from '../store/project-file.js';
import { latestRun, readRun } from '../store/run-table.js';
import type { Store } from '../store/store.js';
import type { Edit } from '../text/edits.js';
import { recodeCases } from './code-cases.js';
import { mineKeywords } from './mine-keywords.js';
import { withProject } from './open-project.js';
import { screenKeywords } from './screen-keywords.js';
import { readNameSheet } from './sheets/name-sheet.js';
import { makeFolder, requireWritableFolder } from './write-files.js';

/** Which names give way to which pseudonyms, and where. */
export interface PseudonymOptions {
  /** The table of names, as a person reviewed it. */
  readonly table: string;
  /** The file of the new project. */
  readonly out: string;
  /** Makes the new project where nobody keeps it, to show what would be done. */
  readonly dryRun?: boolean | undefined;
}

/** A name of the table, and how often it was replaced in the texts of all versions. */
export interface ReplacedName extends Pseudonym {
  readonly count: number;
  /** How many places within longer words kept its characters. */
  readonly withinWords: number;
}

/** What was replaced. */
export interface AppliedPseudonyms extends FilledFile {
  readonly names: readonly ReplacedName[];
  /** Names that a line end or blank parts in the clean text of a case: these places keep them. */
  readonly parted: readonly { readonly name: string; readonly cases: readonly string[] }[];
  /** Names of the table that have no pseudonym. */
  readonly left: readonly string[];
  readonly cases: number;
  readonly isDryRun: boolean;
}

/**
 * Makes a new project of one in which names give way to pseudonyms, everywhere in it; the project itself stays as it is. The
 * new file is there whole, after all its bytes were searched for the names, or not at all.
 * @throws UserError pseudonyms/file-there, pseudonyms/no-pseudonyms, pseudonyms/same-id, pseudonyms/not-a-table,
 * pseudonyms/bad-rows, files/cannot-write
 */
export async function applyPseudonyms(
  context: Context,
  { table, out, dryRun = false }: PseudonymOptions,
): Promise<AppliedPseudonyms> {
  const { store, engine, toolVersion, progress } = context;
  if (existsSync(out)) throw new UserError('pseudonyms/file-there', { path: out });
  const { pseudonyms, left } = await readNameSheet(table);
  if (pseudonyms.length === 0) throw new UserError('pseudonyms/no-pseudonyms', { path: table });
  requireDistinctIds(store, pseudonyms);
  requireWritableFolder(dirname(resolve(out)));
  const spill = dryRun ? engine.openSpillFolder() : null;
  const unfinished = spill ? join(spill.folder, 'rehearsal.db') : `${resolve(out)}.unfinished`;
  if (!spill) makeFolder(dirname(resolve(out)));
  removeProjectFile(unfinished);
  const { replacing, keptWithin } = openReplacing(context, pseudonyms);
  try {
    const filled = await withProject(
      unfinished,
      { mode: 'create', engine, toolVersion, progress },
      async (copy) => {
        const result = fillPseudonymousFile(store, copy.store, replacing);
        deriveMissing(copy.store);
        await deriveAsBefore(store, copy);
        return result;
      },
    );
    const counted = await countNames(context, pseudonyms);
    const names = pseudonyms.map((one) => ({ ...one, ...pick(counted.of(one.name)) }));
    const [remaining] = findInBytes(
      unfinished,
      names.flatMap(({ name }) => (keptWithin.has(name) || !isTelling(name) ? [] : name)),
    );
    if (remaining !== undefined) throw new Error(`${JSON.stringify(remaining)} remains in the new project`);
    if (!spill) renameFile(unfinished, out);
    const parted = Array.from(counted.parted, ([name, cases]) => ({ name, cases }));
    return {
      ...filled,
      names,
      parted,
      left,
      cases: caseIds(store, { scope: 'all' }).length,
      isDryRun: dryRun,
    };
  } catch (error) {
    removeProjectFile(unfinished);
    throw error;
  } finally {
    spill?.close();
  }
}

/** What replaces names, and the names of which some places were kept, since they are within longer words. */
function openReplacing({ engine }: Context, pseudonyms: readonly Pseudonym[]) {
  const pseudonymOf = new Map(pseudonyms.map(({ name, pseudonym }) => [name, pseudonym]));
  const match = buildNameMatcher(pseudonyms, wordCutter(engine.openSegmenter()));
  const keptWithin = new Set<string>();
  const findEdits = (text: string): Edit[] => {
    const { names, withinWords } = match(text);
    for (const { term } of withinWords) keptWithin.add(term);
    return names.map(({ term, start, end }) => ({
      start,
      end,
      replacement: pseudonymOf.get(term) as string,
    }));
  };
  return { replacing: { replace: nameReplacer(pseudonyms), findEdits }, keptWithin };
}

/** Whether a string in the bytes of a file can only come from a text: Latin words are also those of the tables. */
function isTelling(name: string): boolean {
  return /[^\0-\x7f]/.test(name) || /\d{7}/.test(name);
}

const pick = ({ count, withinWords }: { readonly count: number; readonly withinWords: number }) => ({
  count,
  withinWords,
});

/** Cases whose ids become one cannot be told apart any more. */
function requireDistinctIds(store: Store, pseudonyms: readonly Pseudonym[]): void {
  const replace = nameReplacer(pseudonyms);
  const known = new Map<string, string>();
  for (const id of caseIds(store, { scope: 'all' })) {
    const replaced = replace(id);
    const other = known.get(replaced);
    if (other !== undefined)
      throw new UserError('pseudonyms/same-id', { one: other, other: id, id: replaced });
    known.set(replaced, id);
  }
}

/** Mines, screens and codes the copy of a project as far as that was done with the project. */
async function deriveAsBefore(store: Store, copy: Context): Promise<void> {
  const mined = newestGeneration(store);
  if (!mined) return;
  await mineKeywords(copy, (readRun(store, mined.runId)?.options ?? {}) as Partial<StatisticsOptions>);
  if (latestRun(store, 'code')) await recodeCases(copy);
  else if (latestRun(store, 'screen')) await screenKeywords(copy, {});
}
