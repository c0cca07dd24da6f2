import { UserError } from '../errors.js';
import type { Case } from '../model/case.js';
import { stepNameSchema } from '../model/cleaning-step.js';
import type { Span } from '../model/span.js';
import { WHOLE_CASE } from '../model/whole-case.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { readNormalizedText, readStepCounts } from '../store/normalized-text-table.js';
import type { Store } from '../store/store.js';
import { offsetMap } from '../text/code-points.js';
import { findWords } from '../text/find-words.js';
import { once } from '../text/once.js';
import { rawSpan } from '../text/origins.js';

/** A passage of a case: its span in the raw text, and how it reads there and in the clean text. */
export interface FoundPassage extends Span {
  readonly quote: string;
  readonly cleanQuote: string;
}

/**
 * Where a passage is: its words, as they read in the raw or the clean text, or its span in the raw text; with neither it is
 * the case as a whole.
 */
export interface PassagePlace {
  readonly quote?: string | undefined;
  /** Which one of several equal passages, from 1. */
  readonly nth?: number | undefined;
  readonly span?: Span | undefined;
}

/**
 * Finds a passage of a case, wherever its words were broken or spaced in the copy, or takes the case as a whole.
 * @throws UserError passage/no-place, passage/no-text, passage/outside, passage/quote-not-found, passage/quote-twice
 */
export function findPassage(store: Store, one: Case, place: PassagePlace): FoundPassage {
  return openPassages(store, one)(place);
}

/** Makes a function that finds passages of one case as `findPassage` does, for whoever looks for many. */
export function openPassages(
  store: Store,
  { id, version, text }: Case,
): (place: PassagePlace) => FoundPassage {
  const raw = offsetMap(text);
  const slice = ({ start, end }: Span) => text.slice(raw.toUtf16(start), raw.toUtf16(end));
  const steps = readStepCounts(store, id, version).map(({ step }) => stepNameSchema.parse(step));
  const cleanOf = (quote: string) => normalizeText(quote, { steps }).text.trim();
  const readClean = once(() => {
    const normalized = readNormalizedText(store, id, version);
    return normalized && { normalized, offsets: offsetMap(normalized.text) };
  });
  return ({ span, quote, nth }) => {
    const isWhole = span === undefined && quote === undefined && nth === undefined;
    if (isWhole) return { ...WHOLE_CASE, quote: '', cleanQuote: '' };
    if (text === '') throw new UserError('passage/no-text', { caseId: id });
    if (span) {
      const { start, end } = span;
      if (!(start < end && end <= raw.length)) {
        throw new UserError('passage/outside', { caseId: id, start, end, length: raw.length });
      }
      const words = slice(span);
      const cleanWords = once(() => cleanOf(words));
      return {
        start,
        end,
        quote: words,
        // Of the many rows of a sheet most are never asked for it.
        get cleanQuote() {
          return cleanWords();
        },
      };
    }
    if (quote === undefined || quote.trim() === '') throw new UserError('passage/no-place', { caseId: id });
    const clean = readClean();
    const found = clean ? findWords(clean.normalized.text, cleanOf(quote)) : [];
    if (!clean || found.length === 0) throw new UserError('passage/quote-not-found', { caseId: id, quote });
    const chosen = found[(nth ?? 1) - 1];
    if ((nth === undefined && found.length > 1) || !chosen) {
      throw new UserError('passage/quote-twice', { caseId: id, quote, count: found.length });
    }
    const { normalized, offsets } = clean;
    const place = rawSpan(normalized, {
      start: offsets.toCodePoint(chosen.start),
      end: offsets.toCodePoint(chosen.end),
    });
    return {
      ...place,
      quote: slice(place),
      cleanQuote: normalized.text.slice(chosen.start, chosen.end),
    };
  };
}
