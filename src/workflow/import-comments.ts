import { UserError } from '../errors.js';
import type { Context } from '../project/context.js';
import { documentCases } from '../project/hand-coding/find-document-case.js';
import { type Hand, handsOf } from '../project/hand-coding/hands-of-comments.js';
import { commentPlacers } from '../project/hand-coding/place-comments.js';
import { codingsByCoder, planCodings } from '../project/hand-coding/plan-codings.js';
import { type CaseDocument, planComments } from '../project/hand-coding/plan-comments.js';
import { type CommentKind, openComments } from '../project/hand-coding/read-comment.js';
import { requireCoder } from '../project/require-coder.js';
import { recordSheet } from '../project/sheets/record-sheet.js';
import type { RecordedState } from '../project/sheets/sheet-plan.js';
import { type ReadDocument, readCommented } from '../sources/read-commented.js';
import { compareByCodePoint } from '../text/code-points.js';
import { followDecisions } from './follow-decisions.js';
import { allOrNothing } from './hand-coding/all-or-nothing.js';
import { codebookForComments } from './hand-coding/codebook-for-comments.js';
import { type ImportedComments, reportComments } from './hand-coding/comments-report.js';
import { MIN_SCORE, requireScore } from './hand-coding/min-score.js';

/** Which documents are imported, and how their comments are read. */
export interface ImportCommentsOptions {
  /** Word documents, and folders of them. */
  readonly paths: readonly string[];
  /** Who wrote comments that name nobody. */
  readonly coder: string;
  /** Who the authors of comments are, where they are called otherwise in the project. */
  readonly coderMap?: Readonly<Record<string, string>> | undefined;
  /** The codebook to grow, of the project or shipped, or `none`. */
  readonly codebook?: string | undefined;
  /** The case of the one document, by its id or title. */
  readonly case?: string | undefined;
  /** What a comment is that names no code; `codes` unless given. */
  readonly comments?: CommentKind | undefined;
  /** How alike words of a text must be to those of a document, from 0 to 1. */
  readonly minScore?: number | undefined;
  /** Documents and comments with a problem are left out; otherwise nothing is written. */
  readonly skipBad?: boolean | undefined;
  /** Only says what would be written. */
  readonly dryRun?: boolean | undefined;
}

/**
 * Imports the comments of Word documents: all of them or nothing, one statement for each coder. What a coder said by comments on a
 * case before is replaced by those in the documents; what they coded otherwise stays.
 * @throws UserError comments/no-comments, comments/bad, comments/unknown-author, comments/two-codebooks, comments/one-document, coding/bad-score, tables/unknown-codebook, screen/not-mined
 */
export async function importComments(
  context: Context,
  options: ImportCommentsOptions,
): Promise<ImportedComments> {
  requireScore(options.minScore);
  const documents: ReadDocument[] = [];
  for await (const one of readCommented(options.paths)) documents.push(one);
  if (options.case !== undefined && documents.length !== 1) {
    throw new UserError('comments/one-document', { name: options.case, documents: documents.length });
  }
  return allOrNothing(context.store, options.dryRun, () => importAll(context, options, documents));
}

async function importAll(
  context: Context,
  options: ImportCommentsOptions,
  documents: readonly ReadDocument[],
): Promise<ImportedComments> {
  const { store } = context;
  const { minScore = MIN_SCORE, comments = 'codes' } = options;
  const { found, problems: unread } = findDocuments(context, options, documents);
  const marks = found.flatMap(({ mark }) => (mark ? [mark.codebookId] : []));
  const book = await codebookForComments(context, options.codebook, marks);
  const reader = openComments(book.codebook, comments);
  const placerOf = commentPlacers(store, minScore);
  const coderOf = coderFinder(options, found);
  const planned = found.map((one) => planComments(one, reader, placerOf(one.caseId, one), coderOf));
  const problems = [...unread, ...planned.flatMap((one) => one.problems)];
  if (problems.length > 0 && !options.skipBad && !options.dryRun) {
    throw new UserError('comments/bad', { problems });
  }
  if (problems.length === 0 && planned.every(({ placed, ofProgram }) => placed.length + ofProgram === 0)) {
    throw new UserError('comments/no-comments', { paths: options.paths.join(', ') });
  }
  // What comments name that are left out is not founded.
  const used = new Set(planned.flatMap(({ placed }) => placed.flatMap(({ codes }) => codes)));
  const founded = reader.codes.founded().filter(({ id }) => used.has(id));
  const hands = handsOf(found, planned, book.codebook.id);
  const coded = codingsByCoder({ store, ...book });
  const states = hands.map(({ head, coder }, at): RecordedState => {
    // The first of the coders founds what is new.
    const codes = { ...reader.codes, founded: () => (at === 0 ? founded : []) };
    return { ...book, store, head, coder, codes };
  });
  const plans = states.map((state, at) => {
    const { placed, cases } = hands[at] as Hand;
    const own = (coded.get(state.coder) ?? []).filter(({ caseId }) => cases.has(caseId));
    return planCodings(state, placed, own, true);
  });
  const report = await followDecisions(context, (within) => {
    const recorded = states.map((state, at) => recordSheet(within, state, plans[at] ?? [], new Map(), []));
    return {
      decisions: recorded.flatMap(({ decisions }) => decisions),
      changes: recorded.flatMap(({ changes }) => changes),
    };
  });
  return {
    ...report,
    ...reportComments(found, planned, plans.flat()),
    codebookId: book.codebook.id,
    founded,
    problems,
    isDryRun: options.dryRun ?? false,
  };
}

/** The documents that were read, each with its case. */
function findDocuments(
  { store }: Context,
  options: ImportCommentsOptions,
  documents: readonly ReadDocument[],
): { readonly found: readonly CaseDocument[]; readonly problems: readonly UserError[] } {
  const caseOf = documentCases(store);
  const found: CaseDocument[] = [];
  const problems: UserError[] = [];
  for (const one of documents) {
    try {
      if ('problem' in one) throw one.problem;
      const { source, read } = one;
      found.push({ ...read, source, ...caseOf(source, read, options.case) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error);
    }
  }
  return { found, problems };
}

/** Who wrote comments, by the names that the project knows. */
function coderFinder(
  { coder, coderMap = {} }: ImportCommentsOptions,
  documents: readonly CaseDocument[],
): (author: string) => string {
  const authors = new Set(documents.flatMap(({ comments }) => comments.map(({ author }) => author)));
  const names = new Map(Object.entries(coderMap));
  for (const name of names.keys()) {
    if (!authors.has(name)) {
      const known = [...authors].filter(Boolean).sort(compareByCodePoint).join('、');
      throw new UserError('comments/unknown-author', { name, known });
    }
  }
  return (author) => requireCoder(names.get(author) ?? (author || coder));
}
