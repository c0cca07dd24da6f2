import { readCase } from '../../store/case-table.js';
import { readSealedStatements } from '../../store/sealed-statement-table.js';
import type { Store } from '../../store/store.js';
import { type ExchangeText, exchangeText } from '../../text/exchange-text.js';
import { maskSealed } from '../sealed-places.js';

/** The current text of a case as it leaves the project: what is sealed of it cannot be read. */
export interface ExchangedText extends ExchangeText {
  readonly version: string;
  readonly isOtherForm: boolean;
  readonly sealed: number;
}

/** Makes a function that reads the exchanged texts of cases, of one after the other once. */
export function exchangeReader(store: Store): (caseId: string) => ExchangedText {
  let last: { readonly caseId: string; readonly text: ExchangedText } | undefined;
  return (caseId) => {
    if (last?.caseId === caseId) return last.text;
    const one = readCase(store, caseId);
    if (!one) throw new Error(`there is no case ${caseId}`);
    const sealed = readSealedStatements(store, caseId, one.version);
    const masked = maskSealed(one.text, sealed);
    const exchanged = exchangeText(masked);
    const isOtherForm = exchanged.text !== masked;
    last = { caseId, text: { ...exchanged, version: one.version, isOtherForm, sealed: sealed.length } };
    return last.text;
  };
}
