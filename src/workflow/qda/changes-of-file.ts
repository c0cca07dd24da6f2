import type { ProjectCodebook } from '../../formats/refi-qda/project-codebook.js';
import type { QdaProject, QdaText } from '../../model/qda-project.js';
import { type CodingDiff, diffCodings } from '../../project/qda/diff-codings.js';
import { diffMemos, type MemoDiff } from '../../project/qda/diff-memos.js';
import { diffRelations, type RelationDiff } from '../../project/qda/diff-relations.js';
import type { FiledCase } from '../../project/qda/filed-cases.js';
import { type FiledCodings, filedCodings } from '../../project/qda/filed-codings.js';
import { type GoneCodes, goneCodes } from '../../project/qda/gone-codes.js';
import { type MatchedCodes, matchCodes } from '../../project/qda/match-codes.js';
import type { Store } from '../../store/store.js';
import type { ExchangedCodebook } from './find-exchanged-codebook.js';

/** A file as it was read, with its cases that the project has by now, and those that it had before. */
export interface FileToCompare {
  readonly project: QdaProject;
  readonly path: string;
  readonly textOf: (text: QdaText) => string | null;
  readonly fileBook: ProjectCodebook | null;
  readonly cases: readonly FiledCase[];
  readonly known: readonly FiledCase[];
  readonly shown: ReadonlySet<string> | null;
  readonly sheet: { readonly id: string };
}

/** What a file says that the project does not, or says otherwise. */
export interface ChangesOfFile {
  readonly matched: MatchedCodes;
  readonly filed: FiledCodings;
  readonly diff: CodingDiff;
  readonly gone: GoneCodes;
  readonly memos: MemoDiff;
  readonly relations: RelationDiff;
}

/** Compares a file with the project, and with what it had when it was written; without codes there is nothing to compare. */
export function changesOfFile(
  store: Store,
  file: FileToCompare,
  book: ExchangedCodebook | null,
  { coderOf, nobody }: { readonly coderOf: (user: string) => string; readonly nobody: string },
): ChangesOfFile {
  const { project, fileBook, cases, known, shown } = file;
  if (!book || !fileBook) return NOTHING;
  const matched = matchCodes(project, fileBook, { ...book, ...file });
  const codeOf = (guid: string) => matched.idOf.get(guid);
  const filed = filedCodings(store, cases, codeOf, coderOf);
  const ids = new Set(known.map(({ id }) => id));
  const compared = diffCodings(store, {
    ...file,
    ...book,
    filed: filed.codings,
    unplaced: filed.unplaced,
    cases: ids,
  });
  const gone = goneCodes(store, matched, book.codebook, { removed: compared.removed, whose: nobody });
  const labels = new Map([
    ...book.codebook.codes.map(({ id, label }) => [id, label.zh] as const),
    ...matched.added.map(({ id, name }) => [id, name] as const),
  ]);
  const labelOf = (id: string) => labels.get(id) ?? id;
  return {
    matched,
    filed,
    diff: { ...compared, removed: gone.removed },
    gone,
    memos: diffMemos(store, { ...file, ...book, filed, codeOf, coderOf }),
    relations: diffRelations(store, project, {
      codebookId: book.codebook.id,
      writtenId: book.writtenId,
      codeOf,
      labelOf,
      shown,
    }),
  };
}

const NOTHING: ChangesOfFile = {
  matched: {
    idOf: new Map(),
    added: [],
    changed: [],
    missing: [],
    lost: { 'name-taken': 0, 'no-level': 0 },
  },
  filed: { codings: [], places: [], unplaced: [], lost: {} },
  diff: { added: [], removed: [], unchanged: 0, ofProgram: 0 },
  gone: { deleted: [], kept: [], removed: [] },
  memos: { memos: [], known: new Map(), gone: [], answered: 0 },
  relations: { added: [], removed: [], lost: {} },
};
