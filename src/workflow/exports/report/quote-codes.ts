import type { Evidence } from '../../../model/evidence.js';
import type { Framework } from '../../../model/framework.js';
import { chooseView } from '../../../project/choose-view.js';
import { inView } from '../../../project/in-view.js';
import { numberRows } from '../../../project/passage-numbers.js';
import { quotesOfCodes } from '../../../project/quotes-of-codes.js';
import { selectCoding } from '../../../project/select-coding.js';
import type { QuotedCode, QuotedPassage } from '../../../report/document/compose-quotes.js';
import type { ChosenQuotes } from '../../../stages/tabulate/choose-quotes.js';
import type { Store } from '../../../store/store.js';
import { compareByCodePoint } from '../../../text/code-points.js';
import type { Dataset } from '../dataset.js';

/** The passages that are quoted for each code that has any, in the order of the codebook. */
export function quoteCodes(
  { context: { store }, request }: Dataset,
  framework: Framework | null,
  perCode: number,
): QuotedCode[] {
  if (framework === null || perCode === 0) return [];
  const view = chooseView(store, request);
  return inView(store, view, { depth: 'passages', codebooks: [request.codebook] }, () => {
    const selected = selectCoding(store, 'evidence', request);
    const choose = (passages: readonly Evidence[]) => quotesOfCodes(store, framework, passages, perCode);
    const [supporting, contradicting] = [choose(selected.evidence()), choose(selected.counterEvidence())];
    const numbered = numberQuotes(store, [...supporting.values(), ...contradicting.values()]);
    const quotesOf = (chosen: ChosenQuotes | undefined) =>
      (chosen?.quotes ?? []).flatMap((passage) => numbered.get(passage) ?? []);
    return framework.codebook.codes.flatMap(({ id, label }) => {
      const quotes = quotesOf(supporting.get(id));
      const counterQuotes = quotesOf(contradicting.get(id));
      if (quotes.length + counterQuotes.length === 0) return [];
      const above = (framework.paths.get(id) ?? []).slice(0, -1).map((code) => code.label.zh);
      const passages = supporting.get(id)?.passages ?? 0;
      return { codeId: id, label: label.zh, above, passages, quotes, counterQuotes };
    });
  });
}

/** The quotes with the numbers of their places; each case is read once. */
function numberQuotes(store: Store, chosen: readonly ChosenQuotes[]): Map<Evidence, QuotedPassage> {
  const passages = chosen.flatMap(({ quotes }) => quotes.map((passage) => ({ ...passage, passage })));
  passages.sort((a, b) => compareByCodePoint(a.caseId, b.caseId));
  return new Map(
    numberRows(store, passages).flatMap(({ passage, paragraph, sentence }) => {
      if (paragraph === null || sentence === null) return [];
      const { caseId, cleanQuote: text, status } = passage;
      return [[passage, { caseId, paragraph, sentence, text, isConfirmed: status === 'confirmed' }] as const];
    }),
  );
}
