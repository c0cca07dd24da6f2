import type { Code } from '../../model/codebook.js';
import type { Evidence } from '../../model/evidence.js';
import type { Framework } from '../../model/framework.js';
import type { ExampleRow } from '../../model/table-rows.js';
import { passageId } from '../../text/passage-id.js';
import type { ChosenQuotes } from './choose-quotes.js';
import { numberCodes, walkCodes } from './number-codes.js';
import { usedLevels } from './tabulate-coding.js';

/** The quotes of codes: those that support them, and those that contradict them. */
export interface QuotesOfCodes {
  readonly supporting: ReadonlyMap<string, ChosenQuotes>;
  readonly contradicting: ReadonlyMap<string, ChosenQuotes>;
}

/** A row with the passage that it quotes, if it does. */
export type Quoting<Row> = Row & { readonly quoted: Evidence | null };

/**
 * From statements to concepts and categories: the quotes of each code that has any, then those that contradict it, then the limits
 * that its definition names.
 */
export function tabulateExamples(
  framework: Framework,
  { supporting, contradicting }: QuotesOfCodes,
): Quoting<ExampleRow>[] {
  const labelOf = conceptLabeller(framework);
  return walkCodes(framework).flatMap((code) => {
    const labels = labelOf(code);
    const quotes = [
      ...rowsOf('example', supporting.get(code.id)),
      ...rowsOf('counter', contradicting.get(code.id)),
    ];
    if (quotes.length === 0) return [];
    const numbered = quotes.map((row, at) => ({ ...row, number: `${labels.own}-${at + 1}` }));
    const limits = code.exclude.map((quote) => ({
      ...NO_PASSAGE,
      number: null,
      kind: 'limit' as const,
      quote,
    }));
    return [...numbered, ...limits].map((row) => ({ ...labels.columns, codeId: code.id, ...row }));
  });
}

const NO_PASSAGE = { caseId: null, status: null, passages: null, passage: null, quoted: null };

function rowsOf(kind: 'example' | 'counter', chosen: ChosenQuotes | undefined) {
  return (chosen?.quotes ?? []).map((quoted) => ({
    kind,
    quote: quoted.cleanQuote,
    caseId: quoted.caseId,
    status: quoted.status,
    passages: chosen?.passages ?? 0,
    passage: passageId(quoted),
    quoted,
  }));
}

/** Tells the concept and the category of a code, each with its number. */
function conceptLabeller(framework: Framework) {
  const numbers = numberCodes(framework);
  const lowest = usedLevels(framework).at(-1)?.level;
  const named = (code: Code | undefined) => ({
    number: code === undefined ? null : (numbers.get(code.id) ?? null),
    label: code?.label.zh ?? null,
  });
  return (code: Code) => {
    const isConcept = code.level === lowest;
    const concept = named(isConcept ? code : undefined);
    const category = named(isConcept ? framework.paths.get(code.id)?.at(-2) : code);
    return {
      own: numbers.get(code.id) ?? '',
      columns: {
        conceptNumber: concept.number,
        concept: concept.label,
        categoryNumber: category.number,
        category: category.label,
      },
    };
  };
}
