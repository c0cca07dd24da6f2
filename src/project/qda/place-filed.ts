import type { QdaSelection } from '../../model/qda-project.js';
import type { Span } from '../../model/span.js';
import { isWithoutText } from '../../model/without-text.js';
import { readCase } from '../../store/case-table.js';
import { readSealedStatements } from '../../store/sealed-statement-table.js';
import type { Store } from '../../store/store.js';
import { anchorPassage } from '../../text/anchor-passage.js';
import { offsetMap } from '../../text/code-points.js';
import { openPassages } from '../find-quote.js';
import type { LocatedQuote } from '../hand-coding/locate-quotes.js';
import { isSealed } from '../sealed-places.js';
import { exchangeReader } from './exchange-reader.js';
import type { FiledCase } from './filed-cases.js';

/** Where a selection of a file is: in the exchanged text, and in the text of the project. */
export interface PlacedSelection {
  readonly exchange: Span;
  readonly place: LocatedQuote['place'];
}

/** Why a selection is nowhere. */
export type LostSelection = 'no-place' | 'words-gone' | 'sealed';

/** Code points around words by which they are told from equal ones. */
const CONTEXT = 30;

/** Makes what finds the selections of a case in the text of the project: at their place where the texts agree, else by their words. */
export function selectionPlacer(
  store: Store,
): (one: FiledCase) => (selection: Pick<QdaSelection, 'start' | 'end'>) => PlacedSelection | LostSelection {
  const textOf = exchangeReader(store);
  return ({ id, text }) => {
    const known = readCase(store, id);
    if (!known || isWithoutText(known)) return () => 'no-place';
    const exchanged = textOf(id);
    const find = openPassages(store, known);
    const sealed = readSealedStatements(store, id, known.version);
    const filed = text ?? exchanged.text;
    const length = offsetMap(filed).length;
    const anchor = filed === exchanged.text ? (span: Span) => span : anchorIn(filed, exchanged.text);
    return ({ start, end }) => {
      if (!(start >= 0 && end > start && end <= length)) return 'no-place';
      const exchange = anchor({ start, end });
      if (!exchange) return 'words-gone';
      const span = exchanged.toRaw(exchange);
      if (isSealed(span, sealed)) return 'sealed';
      // What it finds says only when asked how the words read in the clean text.
      const place = Object.assign(find({ span }), { caseId: id, version: known.version });
      return { exchange, place };
    };
  };
}

function anchorIn(from: string, to: string): (span: Span) => Span | null {
  const { toUtf16 } = offsetMap(from);
  const slice = (start: number, end: number) => from.slice(toUtf16(Math.max(0, start)), toUtf16(end));
  return ({ start, end }) =>
    anchorPassage(to, {
      quote: slice(start, end),
      prefix: slice(start - CONTEXT, start),
      suffix: slice(end, end + CONTEXT),
      start,
    });
}
