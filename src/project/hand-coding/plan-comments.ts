import { UserError } from '../../errors.js';
import { MACHINE_CODER } from '../../model/coded-passage.js';
import { WHOLE_CASE } from '../../model/whole-case.js';
import type { CommentedText, WordComment } from '../../model/word-comment.js';
import type { RowPlace } from '../sheets/row-places.js';
import type { LocatedQuote } from './locate-quotes.js';
import type { CommentPlacer } from './place-comments.js';
import type { PlacedCoding } from './plan-codings.js';
import type { CommentReader, SaidInComment } from './read-comment.js';

/** A document with the case that it is, and how it is called in messages. */
export interface CaseDocument extends CommentedText {
  readonly source: string;
  readonly caseId: string;
  readonly by: 'text' | 'mark' | 'name';
}

/** A comment of a coder as it is kept. */
export interface PlacedComment extends PlacedCoding {
  readonly coder: string;
  readonly comment: WordComment;
  readonly source: string;
}

/** What the comments of a document say. */
export interface PlannedComments {
  readonly placed: readonly PlacedComment[];
  readonly problems: readonly UserError[];
  /** How many say nothing, and how many are the program's own. */
  readonly blank: number;
  readonly ofProgram: number;
}

/** Who wrote comments: what authors are called here, and who wrote those that name nobody. */
export type CoderOf = (author: string) => string;

/**
 * Plans what the comments of a document say, in their order. An answer is a memo on what it answers; a memo is on the passage of
 * another comment on the very words, where there is one with a code, else on the case.
 */
export function planComments(
  document: CaseDocument,
  reader: CommentReader,
  place: CommentPlacer,
  coderOf: CoderOf,
): PlannedComments {
  const { source, caseId, comments } = document;
  const byNumber = new Map(comments.map((one) => [one.number, one]));
  const isOfProgram = ({ author }: WordComment) => author === MACHINE_CODER;
  const filled = comments.filter(({ text }) => text !== '');
  const roots = filled.filter((one) => rootOf(one) === one);
  const said = new Map(
    roots.map((one) => [one, isOfProgram(one) ? reader.readKnown(one.text) : reader.read(one.text)] as const),
  );
  const problems: UserError[] = [];
  let gone = 0;
  const placed = filled
    .filter((one) => !isOfProgram(one))
    .flatMap((comment): PlacedComment[] => {
      const root = rootOf(comment);
      const found = placeOrProblem(root);
      if (found instanceof UserError) {
        const { author, number } = comment;
        problems.push(
          new UserError('comments/comment', { document: source, number, author, problems: [found] }),
        );
        return [];
      }
      const of = { comment, source, coder: coderOf(comment.author), keyword: '' };
      if (root !== comment) {
        return [{ ...of, ...found, codes: [], memo: comment.text, memoOn: codeAt(root) }];
      }
      const { codes, ofCase, memo } = said.get(comment) as SaidInComment;
      const memoOn = codes.length === 0 && ofCase.length === 0 ? codeAt(comment) : undefined;
      const whole: RowPlace = {
        ...WHOLE_CASE,
        quote: '',
        cleanQuote: '',
        caseId,
        version: found.place.version,
      };
      const onCase = ofCase.length === 0 ? [] : [{ ...of, place: whole, how: 'whole' as const, score: 0 }];
      const onWords =
        codes.length > 0 || ofCase.length === 0 ? [{ ...of, ...found, codes, memo, memoOn }] : [];
      return [
        ...onWords,
        ...onCase.map((one) => ({ ...one, codes: ofCase, memo: onWords.length > 0 ? '' : memo })),
      ];
    });
  return {
    placed,
    problems: isAnotherText() ? [otherText()] : problems,
    blank: comments.length - filled.length,
    ofProgram: filled.filter(isOfProgram).length,
  };

  /** Where the words of a comment are; why nowhere that can be coded. */
  function placeOrProblem({ span }: WordComment): LocatedQuote | UserError {
    try {
      const found = place(span);
      if (found.how !== 'lost') return found;
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
    gone += 1;
    const words = [...document.text].slice(span?.start, span?.end).join('');
    return new UserError('comments/words-gone', { words, caseId });
  }

  function rootOf(comment: WordComment): WordComment {
    let root = comment;
    for (let left = comments.length; left > 0; left -= 1) {
      const parent = byNumber.get(root.answers ?? 0);
      if (!parent || parent === root) return root;
      root = parent;
    }
    return comment;
  }

  /** The first code of a comment, or of the first other one on the very words. */
  function codeAt(comment: WordComment): string | undefined {
    const key = JSON.stringify(comment.span);
    const others = roots.filter((one) => one.span !== null && JSON.stringify(one.span) === key);
    const own = others.filter(({ author }) => author === comment.author);
    return [comment, ...own, ...others].flatMap((one) => said.get(one)?.codes ?? [])[0];
  }

  /** A text of which no comment finds its words is that of another case. */
  function isAnotherText(): boolean {
    return document.by !== 'text' && gone > 0 && placed.every(({ how }) => how === 'whole');
  }

  function otherText(): UserError {
    return new UserError('comments/other-text', { path: source, caseId, comments: gone });
  }
}
