import type { Code } from '../../model/codebook.js';
import type { Evidence } from '../../model/evidence.js';
import type { Framework } from '../../model/framework.js';
import type { QuotationRow } from '../../model/table-rows.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { passageId } from '../../text/passage-id.js';
import type { ChosenQuotes } from './choose-quotes.js';
import { numberCodes, walkCodes } from './number-codes.js';
import type { QuotesOfCodes, Quoting } from './tabulate-examples.js';

/** What people wrote on passages, by their ids, and on codes, by theirs. */
export interface MemosOfCoding {
  readonly onPassages: ReadonlyMap<string, readonly string[]>;
  readonly onCodes: ReadonlyMap<string, readonly string[]>;
}

/** The quotes of each code with the memos on them and on the code, those that support it first, in the order of cases and places. */
export function tabulateQuotations(
  framework: Framework,
  { supporting, contradicting }: QuotesOfCodes,
  { onPassages, onCodes }: MemosOfCoding,
): Quoting<QuotationRow>[] {
  const numbers = numberCodes(framework);
  return walkCodes(framework).flatMap((code) =>
    [
      ...rowsOf(code, 'example', supporting.get(code.id)),
      ...rowsOf(code, 'counter', contradicting.get(code.id)),
    ].map((row, at) => ({
      number: `${numbers.get(code.id) ?? ''}-${at + 1}`,
      ...row,
      memos: onPassages.get(row.passage) ?? [],
      codeMemos: at === 0 ? (onCodes.get(code.id) ?? []) : [],
    })),
  );
}

function rowsOf({ id, label, level }: Code, kind: 'example' | 'counter', chosen: ChosenQuotes | undefined) {
  const { quotes = [], passages = 0 } = chosen ?? {};
  return [...quotes].sort(comparePlaces).map((quoted) => ({
    code: label.zh,
    level,
    codeId: id,
    kind,
    caseId: quoted.caseId,
    quote: quoted.cleanQuote,
    coders: quoted.coders,
    status: quoted.status,
    passages,
    omitted: passages - quotes.length,
    passage: passageId(quoted),
    quoted,
  }));
}

const comparePlaces = (a: Evidence, b: Evidence) =>
  compareByCodePoint(a.caseId, b.caseId) || a.start - b.start || a.end - b.end;
