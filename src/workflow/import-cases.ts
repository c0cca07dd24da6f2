import { UserError } from '../errors.js';
import type { AttributeType } from '../model/attribute-type.js';
import type { AttributeTable } from '../model/case-record.js';
import { defaultSteps, type StepName } from '../model/cleaning-step.js';
import { type CountedRegions, changeKinds, type RegionChange } from '../model/counted-regions.js';
import type { RecognisedWords } from '../model/given-word.js';
import type { RegionKind } from '../model/region.js';
import type { SplitDocument } from '../model/split-by.js';
import { isWithoutText, WITHOUT_TEXT } from '../model/without-text.js';
import type { Context } from '../project/context.js';
import { countRegions } from '../project/count-regions.js';
import { groupCases } from '../project/group-cases.js';
import { headWithText } from '../project/head-with-text.js';
import { type ImportedCase, openImportLog } from '../project/import-log.js';
import { isOfKnownCase, refuse, userError } from '../project/import-problems.js';
import { openWordReader } from '../project/open-word-reader.js';
import { type Reanchored, reanchorPassages } from '../project/reanchor-passages.js';
import { fingerprint, recordRun } from '../project/record-run.js';
import { requireKinds } from '../project/require-kinds.js';
import { resealStatements } from '../project/reseal-statements.js';
import { saveAttributeTypes } from '../project/type-attributes.js';
import { type FoundFile, findFiles, sizeOf } from '../sources/find-files.js';
import {
  type CaseReader,
  type DoubledSource,
  openCaseReader,
  type ReadOptions,
  type UnreadPart,
} from '../sources/read-case-file.js';
import { type CaseBuilder, openCaseBuilder } from '../stages/import/build-cases.js';
import type { SameName } from '../stages/import/case-names.js';
import type { NearDuplicate } from '../stages/import/near-duplicates.js';
import { cleanSections } from '../stages/normalize/clean-sections.js';
import { readCaseAliases } from '../store/case-alias-table.js';
import { caseIds, readCaseHead } from '../store/case-table.js';
import { projectKinds } from '../store/counted-text.js';
import { projectFiles } from '../store/project-files.js';
import { pushAll } from '../text/many.js';

export type { CaseColumns } from '../formats/table-cases.js';

/** What to import and how. */
export interface ImportOptions extends ReadOptions {
  readonly paths: readonly string[];
  /** The table of attributes: its path, or with what messages call it. */
  readonly attributes?: string | FoundFile | undefined;
  /** The types that a person says attributes have, by name. */
  readonly attributeTypes?: Readonly<Record<string, AttributeType>> | undefined;
  readonly batch?: string | undefined;
  /** The cleaning steps; without them all but simplification. */
  readonly steps?: readonly StepName[] | undefined;
  /** How the set of counted regions of these cases differs from the project's, which else applies to them. */
  readonly regions?: RegionChange | undefined;
  /** Leaves out what cannot be imported instead of importing nothing. */
  readonly skipBad?: boolean | undefined;
  /** Tells of every case what became of it. */
  readonly details?: boolean | undefined;
  /** What the cases will be grouped by, when that is known: nothing is imported when no case has it. */
  readonly by?: string | undefined;
  /** The folder for the tables, when there will be one: what lies in it is no case. */
  readonly out?: string | undefined;
}

/** What importing did, by case id in code point order, and what was left out. */
export interface ImportReport {
  readonly runId: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Cases of unchanged text whose clean text, regions or counted kinds of regions changed. */
  readonly recleaned: readonly string[];
  readonly attributesChanged: readonly string[];
  /** Cases that no row of the attribute table fits. */
  readonly withoutRow: readonly string[];
  /** The imported cases that have no text. */
  readonly withoutText: readonly string[];
  /** New cases whose ids keep the extension, because a case of another file has the id without. */
  readonly sameNames: readonly SameName[];
  readonly nearDuplicates: readonly NearDuplicate[];
  readonly reanchored: Reanchored;
  readonly skipped: readonly UserError[];
  /** The regions of the imported cases, and how much of them counts. */
  readonly regions: CountedRegions;
  /** What of the files is in no case: pages of a PDF without text, sheets without a column of texts. */
  readonly unread: readonly UnreadPart[];
  /** Columns that a table has more than once, and what the further ones are called. */
  readonly doubledColumns: readonly DoubledSource[];
  /** How the words of texts that were cut before were recognised. */
  readonly segmented: readonly RecognisedWords[];
  /** The documents that were split into cases, and what of them is in none. */
  readonly split: readonly SplitDocument[];
  readonly cases?: readonly ImportedCase[];
}

/**
 * Imports case files into the project, one case at a time and all in one transaction. Known texts add nothing;
 * a changed text becomes a new version, to which coded passages are carried over. One bad file stops the whole
 * import unless `skipBad` is set.
 */
export async function importCases(context: Context, options: ImportOptions): Promise<ImportReport> {
  const { attributes: given, out } = options;
  const attributes = typeof given === 'string' ? { path: given, source: given } : given;
  const ours = [...projectFiles(context.store.path), attributes?.path, out].filter(
    (path) => path !== undefined,
  );
  const files = findFiles(options.paths, ours);
  const reader = openCaseReader(options);
  try {
    const table = attributes ? await reader.readTable(attributes) : null;
    const builder = openCaseBuilder(
      table,
      files.map(({ source }) => source),
      {
        batch: options.batch ?? '1',
        // The file that brings the text of a case is its first one.
        sourceBefore: (id) => headWithText(context.store, id)?.source,
        // A case without text has no title of its own: it keeps that of its text.
        titleBefore: (id, version) =>
          (version === WITHOUT_TEXT ? headWithText(context.store, id) : undefined)?.title ??
          readCaseHead(context.store, id, version)?.title,
      },
    );
    return await context.store.longTransaction(() =>
      importAll(context, options, { files, table, builder, reader }),
    );
  } finally {
    reader.close();
  }
}

interface Sources {
  readonly files: readonly FoundFile[];
  readonly table: AttributeTable | null;
  readonly builder: CaseBuilder;
  readonly reader: CaseReader;
}

async function importAll(
  context: Context,
  options: ImportOptions,
  { files, table, builder, reader }: Sources,
): Promise<ImportReport> {
  const { store, progress } = context;
  const { batch = '1', steps = defaultSteps, skipBad = false } = options;
  const started = context.now();
  const known = new Set(caseIds(store, { scope: 'all' }));
  const aliases = readCaseAliases(store);
  const counted = ownKinds(context, options);
  const log = openImportLog(store, counted);
  const { readWords, recognised } = openWordReader(options.columns?.segmented === true);
  const problems: UserError[] = [];
  const kilobytes = files.map((file) => sizeOf(file) / 1000);
  const allKilobytes = kilobytes.reduce((sum, one) => sum + one, 0);
  let done = 0;
  let total = 0;
  for (const [at, found] of files.entries()) {
    await progress('import', Math.round(done), Math.round(allKilobytes));
    const size = kilobytes[at] ?? 0;
    let read = 0;
    const sawKilobytes = async (all: number) => {
      read = Math.min(size, all);
      await progress('import', Math.round(done + read), Math.round(allKilobytes));
    };
    try {
      for await (const { record, file } of reader.readCases(found, () => sawKilobytes(read))) {
        total += 1;
        const { text } = record;
        // The texts of a table of cases stand for the part of it that was read.
        if (typeof text === 'string') await sawKilobytes(read + Buffer.byteLength(text) / 1000);
        try {
          const given = readWords(record);
          const built = builder.build(given.record);
          const one = { ...built, id: aliases.get(built.id) ?? built.id };
          // After a fault nothing will be kept: what follows is only looked at for further faults.
          if (problems.length > 0 && !skipBad) continue;
          const before = record.isWithoutText ? headWithText(store, one.id) : undefined;
          if (before) {
            log.describe({ ...one, version: before.version, source: before.source, batch: before.batch });
            continue;
          }
          const sections = cleanSections(given.record, steps, (bytes) => sawKilobytes(bytes / 1000));
          const save = () => log.save(one, file, sections, given.words);
          // Only a text that is still being read can fail half way.
          await (typeof text === 'string' ? save() : store.attempt(save));
        } catch (error) {
          problems.push(userError(error));
        }
      }
    } catch (error) {
      total += 1;
      problems.push(userError(error));
    }
    done += size;
  }
  await progress('import', Math.round(done), Math.round(allKilobytes));
  pushAll(
    problems,
    builder.tableProblems().filter((problem) => !isOfKnownCase(known, problem)),
  );
  refuse(problems, total, skipBad);
  const { cases, ...saved } = log.close();
  resealStatements(store, saved.recleaned);
  const added = new Set(saved.added);
  // Where everything is faulty, skipping it leaves nothing.
  if (cases.length === 0) refuse(problems, total, false);
  if (cases.length === 0) throw new UserError('import/nothing-to-import', { path: options.paths.join(' ') });
  if (options.by !== undefined) groupCases(store, options.by);
  saveAttributeTypes(store, options.attributeTypes ?? {});
  const run = recordRun(context, {
    stage: 'import',
    options: {
      batch,
      steps,
      ...(counted && { regions: counted }),
      ...(options.encoding !== undefined && { encoding: options.encoding }),
      ...(options.columns !== undefined && { columns: options.columns }),
      ...(options.splitBy !== undefined && { splitBy: options.splitBy }),
    },
    inputs: table === null ? {} : { attributes: fingerprint(table.rows) },
    cases: cases.map(({ id, version }) => ({ caseId: id, version })),
    started,
  });
  return {
    runId: run.id,
    ...saved,
    withoutRow: builder.casesWithoutRow(),
    withoutText: cases.filter(isWithoutText).map(({ id }) => id),
    sameNames: builder.sameNames().filter(({ id }) => added.has(id)),
    reanchored: reanchorPassages(store, saved.changed),
    skipped: problems,
    regions: countRegions(
      store,
      cases.map(({ id, version }) => ({ caseId: id, version })),
    ),
    unread: reader.unread(),
    doubledColumns: reader.doubledColumns(),
    split: reader.split(),
    segmented: recognised,
    ...(options.details ? { cases } : {}),
  };
}

/** The kinds of regions that count in the imported cases alone, or null when the project's set applies to them. */
function ownKinds({ store }: Context, { regions }: ImportOptions): RegionKind[] | null {
  return regions === undefined ? null : requireKinds(changeKinds(projectKinds(store), regions));
}
