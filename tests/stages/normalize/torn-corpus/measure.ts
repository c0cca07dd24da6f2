import { normalizeText } from '../../../../src/stages/normalize/normalize-text.js';
import { fatesOf, type LabelledDocument } from '../labelled-places.js';

/** What cleaning made of labelled lines. */
export interface Figures {
  documents: number;
  /** Lines that continue a sentence, joins made, and those right. */
  torn: number;
  joins: number;
  right: number;
  heads: number;
  gone: number;
  /** Lines lost though they were said. */
  lost: number;
  readonly faults: string[];
}

/** Counts over documents; the faults name the lines that went wrong. */
export function measure(documents: readonly LabelledDocument[]): Figures {
  const figures: Figures = {
    documents: 0,
    torn: 0,
    joins: 0,
    right: 0,
    heads: 0,
    gone: 0,
    lost: 0,
    faults: [],
  };
  for (const document of documents) {
    figures.documents += 1;
    const fates = fatesOf(document, normalizeText(document.raw));
    for (const [at, { verdict, text }] of document.places.entries()) {
      const fate = fates[at];
      const before = document.places[at - 1]?.text ?? '';
      const fault = (kind: string) =>
        figures.faults.push(`${kind}\t${document.name}\t${before.slice(-24)} ⏎ ${text.slice(0, 24)}`);
      if (verdict === 'furniture') {
        figures.heads += 1;
        if (fate === 'lost') figures.gone += 1;
        else fault('head');
        continue;
      }
      if (fate === 'lost' && /[\p{L}\p{N}]/u.test(text)) {
        figures.lost += 1;
        fault('lost');
      }
      if (verdict === 'continues') figures.torn += 1;
      if (verdict !== 'apart' && fate === 'continues') figures.joins += 1;
      if (verdict === 'continues' && fate === 'continues') figures.right += 1;
      if (verdict === 'continues' && fate === 'begins') fault('left');
      if (verdict === 'begins' && fate === 'continues') fault('wrong');
    }
  }
  return figures;
}
