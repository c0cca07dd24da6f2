import { UserError } from '../../errors.js';
import { WHOLE_CASE } from '../../model/whole-case.js';
import { readCleanText } from '../../store/normalized-text-table.js';
import type { Store } from '../../store/store.js';
import { openAlike } from '../../text/find-alike.js';
import { once } from '../../text/once.js';
import { openPassages } from '../find-quote.js';
import { requireOpenCase } from '../require-open-case.js';
import { requireUnsealed, sealedReader } from '../sealed-places.js';
import type { RowPlace } from '../sheets/row-places.js';

/** Where the words of a row of hand coding are, how they were found, and how alike they are there. */
export interface LocatedQuote {
  readonly place: RowPlace;
  /**
   * `exact`: they occur once; `repeated`: more than once, the first is taken; `alike`: they read nearly so; `lost`: nothing of
   * the text is alike, `whole`: there are none, or no text. The last two are the case as a whole.
   */
  readonly how: 'exact' | 'repeated' | 'alike' | 'lost' | 'whole';
  readonly score: number;
}

/**
 * Makes a function that finds quotes in cases; it reads each text once for quotes of one case after the other.
 * @throws UserError cases/sealed, passage/sealed
 */
export function quoteLocator(
  store: Store,
  minScore: number,
): (caseId: string, quote: string) => LocatedQuote {
  const sealedOf = sealedReader(store);
  let opened: ReturnType<typeof openCase> | undefined;
  return (caseId, quote) => {
    if (opened?.one.id !== caseId) opened = openCase(store, caseId);
    const { one, find, alike } = opened;
    const at = (passage: Pick<RowPlace, 'start' | 'end' | 'quote' | 'cleanQuote'>): RowPlace => {
      const place = { ...passage, caseId, version: one.version };
      requireUnsealed(place, sealedOf(place));
      return place;
    };
    const whole = { ...WHOLE_CASE, quote: '', cleanQuote: '' };
    if (quote === '' || one.text === '') return { place: at(whole), how: 'whole', score: 0 };
    const exact = findExactly(find, quote);
    if (exact) return { place: at(exact.passage), how: exact.how, score: 1 };
    const near = alike(quote);
    const found = near && near.score >= minScore ? findExactly(find, near.words) : null;
    const score = near?.score ?? 0;
    return found
      ? { place: at(found.passage), how: 'alike', score }
      : { place: at(whole), how: 'lost', score };
  };
}

function openCase(store: Store, caseId: string) {
  const one = requireOpenCase(store, caseId);
  const open = once(() => {
    const text = readCleanText(store, caseId, one.version) ?? '';
    return { text, find: openAlike(text) };
  });
  const alike = (quote: string) => {
    const { text, find } = open();
    const found = find(quote);
    return found && { words: text.slice(found.start, found.end), score: found.score };
  };
  return { one, find: openPassages(store, one), alike };
}

function findExactly(find: ReturnType<typeof openPassages>, quote: string) {
  try {
    return { passage: find({ quote }), how: 'exact' } as const;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error.code === 'passage/quote-twice')
      return { passage: find({ quote, nth: 1 }), how: 'repeated' } as const;
    return null;
  }
}
