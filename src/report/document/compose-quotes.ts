import type { DocumentBlock } from '../../model/document.js';
import type { Language } from '../../model/language.js';
import { type Numbers, paragraph } from './blocks.js';
import type { QuotePlace } from './report-words.js';
import { REPORT_WORDS } from './words.js';

/** Behind the place of a quote that is a proposal of the program. */
const UNCONFIRMED = '*';

/** A passage that is quoted. */
export interface QuotedPassage extends QuotePlace {
  readonly text: string;
  readonly isConfirmed: boolean;
}

/** The quotes of a code, and how many passages it has besides. */
export interface QuotedCode {
  readonly codeId: string;
  readonly label: string;
  /** The labels of the codes above it, from the top. */
  readonly above: readonly string[];
  readonly passages: number;
  readonly quotes: readonly QuotedPassage[];
  readonly counterQuotes: readonly QuotedPassage[];
}

/** Where the quotes of a code begin. */
export const quotesAnchor = (codeId: string) => `quotes-${codeId}`;

/** The quotes of the codes, under those of the top level. */
export function composeQuotes(
  codes: readonly QuotedCode[],
  perCode: number,
  language: Language,
  numbers: Numbers,
): DocumentBlock[] {
  if (codes.length === 0 || perCode === 0) return [];
  const words = REPORT_WORDS[language];
  const blocks: DocumentBlock[] = [
    numbers.heading(1, words.quotes),
    { kind: 'note', text: words.aboutQuotes(perCode, UNCONFIRMED) },
  ];
  let top: string | undefined;
  for (const { codeId, label, above, passages, quotes, counterQuotes } of codes) {
    const [first = label, ...between] = above;
    if (first !== top) blocks.push(numbers.heading(2, first));
    top = first;
    blocks.push({
      kind: 'heading',
      level: 3,
      text: [...between, label].join(' › '),
      anchor: quotesAnchor(codeId),
    });
    blocks.push({ kind: 'note', text: words.ofCode({ passages, quoted: quotes.length }) });
    blocks.push(...quotes.map((quote) => quoteBlock(quote, language, false)));
    if (counterQuotes.length === 0) continue;
    blocks.push(paragraph(words.counter, 'strong'));
    blocks.push(...counterQuotes.map((quote) => quoteBlock(quote, language, true)));
  }
  return blocks;
}

function quoteBlock(
  { text, isConfirmed, ...place }: QuotedPassage,
  language: Language,
  isCounter: boolean,
): DocumentBlock {
  const mark = isConfirmed ? '' : UNCONFIRMED;
  return { kind: 'quote', text, place: `${REPORT_WORDS[language].place(place)}${mark}`, isCounter };
}
