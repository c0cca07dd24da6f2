import type { DocumentBlock } from '../../model/document.js';
import type { Language } from '../../model/language.js';
import type { PassageNumber } from '../../model/passage-number.js';
import type { QuotationRow } from '../../model/table-rows.js';
import { groupBy } from '../../text/group-by.js';
import type { Numbers } from './blocks.js';
import { REPORT_WORDS } from './words.js';

/** Behind the place of a quote that is a proposal of the program. */
const UNCONFIRMED = '*';

/** A passage that is quoted, as a row of the table `quotations`. */
export type QuotedPassage = Pick<
  QuotationRow & PassageNumber,
  'codeId' | 'code' | 'kind' | 'caseId' | 'paragraph' | 'sentence' | 'quote' | 'status' | 'passages'
>;

/** The quotes of a report. */
export interface QuotesPart {
  /** Those of one code follow each other, what supports it first. */
  readonly passages: readonly QuotedPassage[];
  readonly perCode: number;
  /** The labels of the codes above a code, from the top. */
  readonly aboveOf: (codeId: string) => readonly string[];
}

/** Where the quotes of a code begin. */
export const quotesAnchor = (codeId: string) => `quotes-${codeId}`;

/** The quotes of the codes, under those of the top level. */
export function composeQuotes(
  { passages, perCode, aboveOf }: QuotesPart,
  language: Language,
  numbers: Numbers,
): DocumentBlock[] {
  if (passages.length === 0) return [];
  const words = REPORT_WORDS[language];
  const blocks: DocumentBlock[] = [
    numbers.heading(1, words.quotes),
    { kind: 'note', text: words.aboutQuotes(perCode, UNCONFIRMED) },
  ];
  let top: string | undefined;
  for (const [codeId, quotes] of groupBy(passages, (one) => one.codeId)) {
    const [first] = quotes;
    if (!first) continue;
    const [highest = first.code, ...between] = aboveOf(codeId);
    if (highest !== top) blocks.push(numbers.heading(2, highest));
    top = highest;
    const text = [...between, first.code].join(' › ');
    blocks.push({ kind: 'heading', level: 3, text, anchor: quotesAnchor(codeId) });
    for (const kind of ['example', 'counter'] as const) {
      const own = quotes.filter((quote) => quote.kind === kind);
      if (own.length === 0) continue;
      const counts = { passages: own[0]?.passages ?? 0, quoted: own.length };
      blocks.push({ kind: 'lead', text: words.ofCode[kind](counts) });
      blocks.push(...own.map((quote) => quoteBlock(quote, language)));
    }
  }
  return blocks;
}

function quoteBlock({ quote, kind, status, ...place }: QuotedPassage, language: Language): DocumentBlock {
  const mark = status === 'confirmed' ? '' : UNCONFIRMED;
  return {
    kind: 'quote',
    text: quote,
    place: `${REPORT_WORDS[language].place(place)}${mark}`,
    isCounter: kind === 'counter',
  };
}
