import type { Span } from '../../model/span.js';
import { WHOLE_CASE } from '../../model/whole-case.js';
import type { CommentedText } from '../../model/word-comment.js';
import { readSealedStatements } from '../../store/sealed-statement-table.js';
import type { Store } from '../../store/store.js';
import { anchorPassage } from '../../text/anchor-passage.js';
import { offsetMap } from '../../text/code-points.js';
import { openPassages } from '../find-quote.js';
import { requireOpenCase } from '../require-open-case.js';
import { requireUnsealed } from '../sealed-places.js';
import { type LocatedQuote, quoteLocator } from './locate-quotes.js';

/** Code points around the words of a comment by which they are told from equal ones. */
const CONTEXT = 30;

/** Finds where the words of comments of one document are in the text of its case; without words it is the case as a whole. */
export type CommentPlacer = (span: Span | null) => LocatedQuote;

/**
 * Makes what finds the words of comments. Where a case has the text of the document it is their very place; else that which
 * reads the same and has most of the surroundings, else the place most alike.
 * @throws UserError cases/sealed; what it makes: passage/sealed
 */
export function commentPlacers(
  store: Store,
  minScore: number,
): (caseId: string, document: CommentedText) => CommentPlacer {
  const locate = quoteLocator(store, minScore);
  return (caseId, { text }) => {
    const one = requireOpenCase(store, caseId);
    const find = openPassages(store, one);
    const offsets = offsetMap(text);
    const slice = (from: number, to: number) => text.slice(offsets.toUtf16(from), offsets.toUtf16(to));
    const sealed = readSealedStatements(store, caseId, one.version);
    const at = (span: Span): LocatedQuote['place'] => {
      // What it finds says only when asked how the words read in the clean text.
      const place = Object.assign(find({ span }), { caseId, version: one.version });
      requireUnsealed(place, sealed);
      return place;
    };
    return (span) => {
      if (span === null || one.text === '') {
        const whole = { ...WHOLE_CASE, quote: '', cleanQuote: '', caseId, version: one.version };
        return { place: whole, how: 'whole', score: 0 };
      }
      if (one.text === text) return { place: at(span), how: 'exact', score: 1 };
      const { start, end } = span;
      const quote = slice(start, end);
      const found = anchorPassage(one.text, {
        quote,
        prefix: slice(Math.max(0, start - CONTEXT), start),
        suffix: slice(end, end + CONTEXT),
        start,
      });
      return found ? { place: at(found), how: 'exact', score: 1 } : locate(caseId, quote);
    };
  };
}
