import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { writeCodebookYaml } from '../formats/codebook-yaml.js';
import { checkProject } from '../formats/refi-qda/check-project.js';
import { codebookOfProject } from '../formats/refi-qda/project-codebook.js';
import { type OpenedProject, readQdpx } from '../formats/refi-qda/read-qdpx.js';
import { MACHINE_CODER } from '../model/coded-passage.js';
import type { DecidedRelation } from '../model/decisions/decided-theory.js';
import type { Context } from '../project/context.js';
import { projectForm } from '../project/project-form.js';
import { addFiledCases } from '../project/qda/add-filed-cases.js';
import { describeCodingDiff } from '../project/qda/diff-codings.js';
import { filedAttributes, planAttributes } from '../project/qda/filed-attributes.js';
import { type FiledCase, filedCases } from '../project/qda/filed-cases.js';
import { type CodersOfFile, coderFinder, keepGuids } from '../project/qda/filed-coders.js';
import { readReport } from '../project/qda/shown-entries.js';
import { hashSheet } from '../project/sheets/row-key.js';
import { saveAttributeTypes } from '../project/type-attributes.js';
import { parseCodebook } from '../sources/load-codebook.js';
import { readBytes } from '../sources/read-bytes.js';
import { readCaseAliases } from '../store/case-alias-table.js';
import { currentVersions } from '../store/case-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import { codeCases, recodeCases } from './code-cases.js';
import { allOrNothing } from './hand-coding/all-or-nothing.js';
import { mineKeywords } from './mine-keywords.js';
import { changesOfFile } from './qda/changes-of-file.js';
import { findExchangedCodebook } from './qda/find-exchanged-codebook.js';
import type { ImportedQdaProject } from './qda/imported-qda-project.js';
import { listNotTaken } from './qda/not-taken.js';
import { recordExchange } from './qda/record-exchange.js';

/** Which project is imported, and who decides where it names nobody. */
export interface ImportQdaOptions extends CodersOfFile {
  readonly path: string;
  /** Only says what would be written. */
  readonly dryRun?: boolean | undefined;
}

/**
 * Imports a project of another program, or one that was exported and changed there: cases and codes that are new, then what coders
 * coded, took back and wrote since, as decisions of theirs. All of it or nothing.
 * @throws UserError import/corrupt-file, import/encrypted-file, import/unsafe-archive, import/over-limit, code/bad-codebook, qdpx/unknown-user
 */
export async function importQdaProject(
  context: Context,
  options: ImportQdaOptions,
): Promise<ImportedQdaProject> {
  const bytes = readBytes(options.path);
  const opened = await readQdpx(bytes, basename(options.path));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return allOrNothing(context.store, options.dryRun, () => importAll(context, options, opened, sha256));
}

async function importAll(
  context: Context,
  options: ImportQdaOptions,
  { project, textOf, unread }: OpenedProject,
  sha256: string,
): Promise<ImportedQdaProject> {
  const { store } = context;
  const path = basename(options.path);
  const coderOf = coderFinder(store, project.users, options);
  const nobody = coderOf('');
  keepGuids(store, project.users, coderOf);
  const shown = shownOf(project.notes.map((note) => textOf(note) ?? ''));
  const attributes = filedAttributes(project, path);
  const { added, known, closed, missing } = sortCases(context, filedCases(project, textOf, path));
  const origin = { sha256, format: 'qdpx', encoding: 'utf-8', pagesWithoutText: [] };
  if (added.length > 0) {
    await addFiledCases(context, added, attributes.of, { source: path, file: origin });
    saveAttributeTypes(store, attributes.types);
  }
  const hasNewTexts = added.some(({ text }) => text !== null && text.trim() !== '');
  if (hasNewTexts) await mineKeywords(context, {});
  const fileBook = codebookOfProject(project, path);
  const found = fileBook && findExchangedCodebook(store, project, fileBook.codebook.id);
  if (fileBook && !found) {
    const name = `${basename(path, extname(path))}.yaml`;
    const made = parseCodebook(name, writeCodebookYaml(fileBook.codebook), projectForm(store));
    await codeCases(context, { made });
  } else if (added.length > 0 && found) await recodeCases(context);
  const book = fileBook && findExchangedCodebook(store, project, fileBook.codebook.id);
  const cases = [...known, ...added.filter(({ text }) => text !== null)];
  const sheet = { id: hashSheet(['qdpx', book?.writtenId ?? '']) };
  const file = { project, path, textOf, fileBook, cases, known, shown, sheet };
  const changes = changesOfFile(store, file, book, { coderOf, nobody });
  const { matched, filed, diff, gone, memos, relations } = changes;
  const { planned, unknown } = planAttributes(store, known, attributes, shown);
  const report = await recordExchange(context, { book, nobody, sheet, changes, attributes: planned });
  const labels = new Map([
    ...(book?.codebook.codes ?? []).map(({ id, label }) => [id, label.zh] as const),
    ...matched.added.map(({ id, name }) => [id, name] as const),
  ]);
  const labelOf = (id: string) => labels.get(id) ?? id;
  const notTaken = listNotTaken(
    {
      ...unread,
      'unknown-attribute': unknown,
      'memo-answered': memos.answered,
      ...matched.lost,
      ...relations.lost,
    },
    { ...filed.lost, 'case-closed': closed.map(({ id }) => id), 'no-text': missing.map(({ id }) => id) },
    checkProject(project, textOf),
  );
  return {
    ...report,
    origin: project.origin,
    codebookId: book?.writtenId ?? null,
    isNewCodebook: fileBook !== null && !found,
    newCases: added.map(({ id }) => id).sort(compareByCodePoint),
    knownCases: known.length,
    coders: [...new Set(filed.codings.map(({ coder }) => coder))]
      .filter((name) => name !== MACHINE_CODER)
      .sort(compareByCodePoint),
    codings: filed.codings.length - diff.ofProgram,
    unchanged: diff.unchanged,
    ofProgram: diff.ofProgram,
    isCompared: shown !== null,
    changes: describeCodingDiff(diff, labelOf),
    newCodes: matched.added.map(({ name }) => name),
    changedCodes: matched.changed.map(({ code, name, definition, parent }) => ({
      code: code.label.zh,
      ...(name !== undefined && { name }),
      ...(definition !== undefined && { definition }),
      ...(parent !== undefined && { parent: parent === null ? '' : labelOf(parent) }),
    })),
    deletedCodes: gone.deleted.map(({ label }) => label.zh),
    keptCodes: gone.kept.map(({ code, ...of }) => ({ code: code.label.zh, ...of })),
    newRelations: relations.added.map(inWords),
    removedRelations: relations.removed.map(inWords),
    newMemos: memos.memos.filter(({ edits }) => edits === undefined).length,
    editedMemos: memos.memos.filter(({ edits }) => edits !== undefined).length,
    deletedMemos: memos.gone.length,
    attributes: planned.length,
    notTaken,
    isDryRun: options.dryRun ?? false,
  };
}

const inWords = ({ fromName, kind, toName }: DecidedRelation) => ({ from: fromName, kind, to: toName });

function shownOf(notes: readonly string[]): ReadonlySet<string> | null {
  return notes.map(readReport).find((entries) => entries !== null) ?? null;
}

/** Tells cases that are new from those of the project; what is sealed or excluded is not touched, what has no text in the file is missing. */
function sortCases({ store }: Context, all: readonly FiledCase[]) {
  const aliases = readCaseAliases(store);
  const cases = all.map((one) => ({ ...one, id: aliases.get(one.id) ?? one.id }));
  const every = new Set(currentVersions(store, { scope: 'all' }).map(({ caseId }) => caseId));
  const open = new Set(currentVersions(store).map(({ caseId }) => caseId));
  return {
    known: cases.filter(({ id }) => open.has(id)),
    closed: cases.filter(({ id }) => every.has(id) && !open.has(id)),
    added: cases.filter(({ id, text }) => !every.has(id) && text !== null),
    missing: cases.filter(({ id, text }) => !every.has(id) && text === null),
  };
}
