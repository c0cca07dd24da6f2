import { UserError } from '../../errors.js';
import type { Case } from '../../model/case.js';
import type { Span } from '../../model/span.js';
import { isWholeCase } from '../../model/whole-case.js';
import { currentVersions, readCase } from '../../store/case-table.js';
import { placeFinder } from '../../store/find-place-now.js';
import { readRegions } from '../../store/region-table.js';
import { readSentences } from '../../store/sentence-table.js';
import type { Store } from '../../store/store.js';
import { casesContaining } from '../../store/string-index.js';
import { offsetMap } from '../../text/code-points.js';
import { once } from '../../text/once.js';
import { numberPassages } from '../../text/passage-numbers.js';
import { rememberLast } from '../../text/remember-last.js';
import { toTextForm } from '../../text/text-form.js';
import { type FoundPassage, openPassages } from '../find-quote.js';
import { requireOpenCase } from '../require-open-case.js';
import { requireUnsealed, sealedReader } from '../sealed-places.js';
import type { HandedRow } from './handed-sheet.js';
import { hashWords } from './row-key.js';
import { wordsMarked } from './sentence-window.js';

/** Where a row is in the current text of its case. */
export interface RowPlace extends FoundPassage {
  readonly caseId: string;
  readonly version: string;
}

/** What a cell of Excel has room for: longer words were cut, so that they cannot be compared. */
const NEARLY_FULL = 32_700;

/**
 * Makes a function that finds where rows are: by what the program wrote into them, else by the words that a coder pasted.
 * @throws UserError sheet/words-differ, sheet/passage-gone, sheet/no-case, cases/unknown-case, cases/sealed, passage/sealed, and those of findPassage
 */
export function rowPlaces(store: Store): (row: HandedRow) => RowPlace {
  const moved = placeFinder(store);
  const ids = once(
    () => new Map(currentVersions(store).map(({ caseId }) => [toTextForm(caseId), caseId] as const)),
  );
  // Rows about one case mostly follow each other, and the texts of all cases need much room.
  const caseOf = rememberLast((id: string) => openCase(store, requireOpenCase(store, id)));
  const sealedOf = sealedReader(store);
  return (row) => {
    // A row whose hidden cells somebody cleared is found by its words, not taken for the case as a whole.
    const place = row.key?.start === undefined ? placeOfWords(row) : placeOfKey(row);
    requireUnsealed(place, sealedOf(place));
    return place;
  };

  function placeOfKey({ key, cells: { words = '' } }: HandedRow): RowPlace {
    const { caseId = '', version = '', start = 0, end = 0, quote } = key ?? {};
    const { one, find } = caseOf(caseId);
    const at = { caseId, version: one.version };
    if (isWholeCase({ start, end })) return { ...at, ...find({}) };
    const span = one.version === version ? { start, end } : spanNow({ caseId, version, start, end });
    if (words === '' || words.length > NEARLY_FULL || hashWords(words) === quote)
      return Object.assign(find({ span }), at);
    // Somebody wrote other words there: of the passage, or those of another row that were sorted alone.
    return {
      ...at,
      ...among(find, wordsMarked(words), (found) => found.start < span.end && span.start < found.end),
    };
  }

  function spanNow(old: Span & { readonly caseId: string; readonly version: string }): Span {
    const before = readCase(store, old.caseId, old.version);
    if (!before) throw new UserError('sheet/passage-gone', { caseId: old.caseId });
    const offsets = offsetMap(before.text);
    const quote = before.text.slice(offsets.toUtf16(old.start), offsets.toUtf16(old.end));
    const now = moved({ ...old, quote });
    if (now === null) throw new UserError('sheet/passage-gone', { caseId: old.caseId });
    return now === 'there' ? old : now;
  }

  function placeOfWords({ cells }: HandedRow): RowPlace {
    const quote = wordsMarked(cells.words ?? '').trim();
    if (quote === '') throw new UserError('sheet/no-words', {});
    const named = cells.case ?? '';
    const { one, find, numberOf } = caseOf(
      named === '' ? caseWith(quote) : (ids().get(toTextForm(named)) ?? named),
    );
    const at = { caseId: one.id, version: one.version };
    try {
      return { ...at, ...find({ quote }) };
    } catch (error) {
      const [paragraph, sentence] = (cells.place ?? '').normalize('NFKC').match(/\d+/g) ?? [];
      const isTwice = error instanceof UserError && error.code === 'passage/quote-twice';
      if (!isTwice || paragraph === undefined) throw error;
      return {
        ...at,
        ...among(find, quote, ({ start }) => {
          const number = numberOf()(start);
          return (
            number.paragraph === Number(paragraph) &&
            (sentence === undefined || number.sentence === Number(sentence))
          );
        }),
      };
    }
  }

  function caseWith(quote: string): string {
    const found = casesContaining(store, [toTextForm(quote)]).get(toTextForm(quote)) ?? [];
    const [only, ...others] = found;
    if (only === undefined || others.length > 0)
      throw new UserError('sheet/no-case', { cases: found.join(', ') });
    return only;
  }
}

function openCase(store: Store, one: Case) {
  return {
    one,
    find: openPassages(store, one),
    numberOf: once(() =>
      numberPassages(
        readSentences(store, one.id, one.version).clean,
        readRegions(store, one.id, one.version),
      ),
    ),
  };
}

/** The first of the places of words that is the one. */
function among(
  find: ReturnType<typeof openPassages>,
  quote: string,
  isIt: (found: FoundPassage) => boolean,
): FoundPassage {
  for (let nth = 1; ; nth += 1) {
    let found: FoundPassage;
    try {
      found = find({ quote, nth });
    } catch (error) {
      if (error instanceof UserError) throw new UserError('sheet/words-differ', {});
      throw error;
    }
    if (isIt(found)) return found;
  }
}
