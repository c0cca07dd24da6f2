import type { UserError } from '../../errors.js';
import type {
  CaseDocument,
  PlacedComment,
  PlannedComments,
} from '../../project/hand-coding/plan-comments.js';
import type { FoundedCode } from '../../project/sheets/code-cell.js';
import type { RowPlan } from '../../project/sheets/sheet-plan.js';
import { compareByCodePoint } from '../../text/code-points.js';
import type { DecideReport } from '../follow-decisions.js';

/** A comment that people should look at, with what became of it. */
export interface NotedComment {
  readonly document: string;
  readonly number: number;
  readonly author: string;
  readonly caseId: string;
  /** The words that it was put on; empty for the case as a whole. */
  readonly words: string;
  readonly score: number;
  readonly text: string;
}

/** A document with the case that it is, how that is known, and how many comments it has. */
export interface ReadComments extends Pick<CaseDocument, 'caseId' | 'by'> {
  readonly document: string;
  readonly comments: number;
}

/** What comments of documents said, and what became of it. */
export interface ImportedComments extends DecideReport {
  readonly codebookId: string;
  readonly documents: readonly ReadComments[];
  readonly coders: readonly string[];
  /** Coders whose names read like those of computers: several people may share one. */
  readonly likeComputers: readonly string[];
  readonly comments: number;
  /** Codes and passages, each once for a coder; those that the coder had given before are not among them. */
  readonly codings: number;
  /** Codes that this document gave before, and has no longer. */
  readonly takenAway: number;
  readonly unchanged: number;
  readonly memos: number;
  readonly answers: number;
  readonly blank: number;
  /** Comments that the program itself wrote into a document: they are nobody's. */
  readonly ofProgram: number;
  /** Comments that somebody marked as resolved. */
  readonly resolved: readonly NotedComment[];
  /** Comments that mark no words: they are on the sentence that they stand in. */
  readonly points: readonly NotedComment[];
  readonly repeated: readonly NotedComment[];
  readonly alike: readonly NotedComment[];
  /** Comments that were kept as memos, answers apart. */
  readonly keptAsMemo: readonly NotedComment[];
  readonly founded: readonly FoundedCode[];
  readonly problems: readonly UserError[];
  readonly isDryRun: boolean;
}

/** What programs call whoever uses them. */
const COMPUTER =
  /^(?:administrator|admin|user|author|owner|lenovo|dell|hp|asus|huawei|microsoft office user|unknown author|windows 用户|作者|未知作者|用户|微软用户|wps_\d+)$/i;

/** Counts what comments say, and lists those that people should look at. */
export function reportComments(
  documents: readonly CaseDocument[],
  planned: readonly PlannedComments[],
  plans: readonly RowPlan[],
): Omit<ImportedComments, keyof DecideReport | 'codebookId' | 'founded' | 'problems' | 'isDryRun'> {
  const placed = planned.flatMap((one) => one.placed);
  const verdicts = plans.flatMap(({ passages = [] }) => passages);
  const codings = verdicts.filter(({ says }) => says !== null).length;
  const given = new Set(
    placed.flatMap(({ coder, place: { caseId, start, end }, codes }) =>
      codes.map((codeId) => JSON.stringify([coder, caseId, start, end, codeId])),
    ),
  );
  const coders = [...new Set(placed.map(({ coder }) => coder))].sort(compareByCodePoint);
  const noted = (which: (one: PlacedComment) => boolean) => placed.filter(which).map(notedComment);
  const isRoot = ({ comment }: PlacedComment) => comment.answers === null;
  const sum = <T>(items: readonly T[], of: (item: T) => number) =>
    items.reduce((total, item) => total + of(item), 0);
  return {
    documents: documents.map(({ source, caseId, by, comments }) => ({
      document: source,
      caseId,
      by,
      comments: comments.length,
    })),
    coders,
    likeComputers: coders.filter((name) => COMPUTER.test(name)),
    comments: sum(documents, ({ comments }) => comments.length),
    codings,
    takenAway: verdicts.length - codings,
    unchanged: given.size - codings,
    memos: placed.filter(({ memo }) => memo !== '').length,
    answers: placed.filter((one) => !isRoot(one)).length,
    blank: sum(planned, ({ blank }) => blank),
    ofProgram: sum(planned, ({ ofProgram }) => ofProgram),
    resolved: noted((one) => isRoot(one) && one.comment.isDone),
    points: noted((one) => isRoot(one) && one.comment.isPoint),
    repeated: noted(({ how }) => how === 'repeated'),
    alike: noted(({ how }) => how === 'alike'),
    keptAsMemo: noted((one) => isRoot(one) && one.codes.length === 0),
  };
}

function notedComment({ source, comment, place, score }: PlacedComment): NotedComment {
  const { number, author, text } = comment;
  return {
    document: source,
    number,
    author,
    caseId: place.caseId,
    words: place.quote,
    score: Math.round(score * 100) / 100,
    text,
  };
}
