import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { openDocxWriter } from '../formats/docx-write.js';
import { NO_CODEBOOK } from '../model/codebook.js';
import { languageSchema } from '../model/language.js';
import { chooseView } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { codebookToDecide } from '../project/find-code.js';
import { commentsToWrite } from '../project/hand-coding/comments-to-write.js';
import { headingsOf } from '../project/hand-coding/headings-of.js';
import { inView } from '../project/in-view.js';
import { requireBatch } from '../project/require-batch.js';
import { requireCoder } from '../project/require-coder.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { sampleRows } from '../project/sample-rows.js';
import { isSealed, maskSealed } from '../project/sealed-places.js';
import { commentsSheet } from '../project/sheets/row-key.js';
import { currentVersions } from '../store/case-table.js';
import { readSealedStatements } from '../store/sealed-statement-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { toFileName } from '../text/file-name.js';
import { groupBy } from '../text/group-by.js';
import type { ExportOptions } from './export-sheet.js';
import { readWrittenCodes, readWrittenMemos } from './hand-coding/written-codes.js';
import { writeNamedFile } from './write-files.js';

/** Which documents are written, with whose comments. */
export type ExportDocumentsOptions = Pick<
  ExportOptions,
  'codebook' | 'batch' | 'of' | 'view' | 'sample' | 'seed'
> & {
  /** Only these cases, by their ids. */
  readonly cases?: readonly string[] | undefined;
};

/** Documents as they were written. */
export interface ExportedDocuments {
  readonly files: readonly string[];
  readonly comments: number;
  /** Who wrote them, the program among them. */
  readonly authors: readonly string[];
}

/**
 * Writes the texts of cases as Word documents, each coded passage with a comment of its coder: one case as the .docx file that is
 * named, or one file a case into a folder. What is there already is not replaced.
 * @throws UserError comments/exists, comments/several-cases, comments/no-cases, decide/not-coded, view/unknown, view/unknown-coder, sheet/bad-sample, files/cannot-write
 */
export async function exportDocuments(
  { store }: ReadContext,
  options: ExportDocumentsOptions,
  out: string,
): Promise<ExportedDocuments> {
  const { view, of } = options;
  const { codebook } = codebookToDecide(store, 'review', options.codebook);
  requireBatch(store, options.batch);
  const isBlind = view === 'blind';
  const seen = chooseView(store, isBlind ? {} : { view });
  const coder = of === undefined ? (seen.kind === 'settled' ? undefined : seen.coder) : requireCoder(of);
  const cases = casesOf(store, options);
  const files = filesOf(cases, out);
  const there = files.find((path) => existsSync(path));
  if (there !== undefined) throw new UserError('comments/exists', { path: there });
  const all = isBlind
    ? []
    : inView(store, seen, { depth: 'passages', codebooks: [codebook.id || NO_CODEBOOK] }, () =>
        readWrittenCodes(store, codebook, { coder, isAlone: of !== undefined, batch: options.batch }),
      );
  const drawn = sampleRows(all, (one) => ({ ...one }), options);
  const codes = groupBy(drawn, ({ caseId }) => caseId);
  const memos = groupBy(isBlind ? [] : readWrittenMemos(store, codebook, coder), ({ caseId }) => caseId);
  // What a document never showed is not taken away when it comes back.
  const shown = isBlind ? ['blind'] : [coder ?? '', options.sample ?? 'all', String(options.seed ?? '')];
  const mark = { codebookId: codebook.id || NO_CODEBOOK, sheet: commentsSheet(codebook.id, shown) };
  const language = languageSchema.parse(getSetting(store, 'language'));
  const write = await openDocxWriter();
  const authors = new Set<string>();
  let count = 0;
  for (const [at, caseId] of cases.entries()) {
    const one = requireOpenCase(store, caseId);
    const sealed = readSealedStatements(store, caseId, one.version);
    const places = new Set((codes.get(caseId) ?? []).map(({ start, end }) => `${start} ${end}`));
    const isDrawn = ({ start, end }: { start: number; end: number }) =>
      options.sample === undefined || places.has(`${start} ${end}`);
    const comments = commentsToWrite(
      codes.get(caseId) ?? [],
      (memos.get(caseId) ?? []).filter((memo) => isDrawn(memo) && !isSealed(memo, sealed)),
      language,
    );
    for (const { author } of comments) authors.add(author);
    count += comments.length;
    const headings = headingsOf(store, one);
    const text = maskSealed(one.text, sealed);
    writeNamedFile(files[at] ?? '', write({ text, headings, comments, mark: { ...mark, caseId } }));
  }
  return { files, comments: count, authors: [...authors].sort() };
}

/** The cases that are written: those that are named, else all that count and are not sealed. */
function casesOf(store: Store, { batch, cases: named }: ExportDocumentsOptions): readonly string[] {
  const cases = named
    ? named.map((id) => requireOpenCase(store, id).id)
    : currentVersions(store, { batch }).map(({ caseId }) => caseId);
  if (cases.length === 0) throw new UserError('comments/no-cases', {});
  return cases;
}

/** Characters of a name: systems allow 255 bytes, of which a Chinese character takes three. */
const LONGEST_NAME = 60;

/** Where each document goes: ids may have characters that names of files may not. */
function filesOf(cases: readonly string[], out: string): string[] {
  if (/\.docx$/i.test(out)) {
    if (cases.length > 1) throw new UserError('comments/several-cases', { path: out, cases: cases.length });
    return [out];
  }
  const taken = new Set<string>();
  return cases.map((id) => {
    const name = toFileName(Array.from(id).slice(0, LONGEST_NAME).join(''));
    let free = name;
    for (let more = 2; taken.has(free.toLowerCase()); more += 1) free = `${name}-${more}`;
    taken.add(free.toLowerCase());
    return join(out, `${free}.docx`);
  });
}
