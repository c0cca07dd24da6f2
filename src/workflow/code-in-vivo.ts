import type { Span } from '../model/span.js';
import type { Context } from '../project/context.js';
import { findPassage } from '../project/find-quote.js';
import { requireOpenCase } from '../project/require-open-case.js';
import type { DecideReport } from './follow-decisions.js';
import { codePassage } from './judge-passages.js';

/** A passage whose own words name the code that it is given. */
export interface InVivoOptions {
  readonly caseId: string;
  readonly span: Span;
  readonly coder: string;
  readonly reason: string;
}

/**
 * Codes a passage in vivo (原话编码): its words, as they read in the clean text, are the name of the code, in one line; it is
 * made where there is none. Both are one statement, and taken back together.
 * @throws UserError cases/unknown-case, cases/sealed, passage/outside, tables/not-coded
 */
export function codeInVivo(context: Context, options: InVivoOptions): Promise<DecideReport> {
  const { store } = context;
  const { caseId, span } = options;
  const { cleanQuote } = findPassage(store, requireOpenCase(store, caseId), { span });
  const name = cleanQuote.replaceAll(/\s+/g, ' ').trim();
  return codePassage(context, { ...options, codes: [name], founds: name });
}
