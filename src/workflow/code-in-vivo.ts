import type { Span } from '../model/span.js';
import type { Context } from '../project/context.js';
import { codeNamed, frameworkInUse } from '../project/find-code.js';
import { findPassage } from '../project/find-quote.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { currentRevision } from '../project/require-revision.js';
import { decide } from './decide.js';
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
 * Codes a passage in vivo (原话编码): its words, as they read in the clean text, are the name of the code, which is made where
 * there is none. Both are one statement, and taken back together.
 * @throws UserError cases/unknown-case, cases/sealed, passage/outside, tables/not-coded
 */
export async function codeInVivo(context: Context, options: InVivoOptions): Promise<DecideReport> {
  const { store } = context;
  const { caseId, span, coder, reason } = options;
  const name = findPassage(store, requireOpenCase(store, caseId), { span }).cleanQuote;
  if (codeNamed(frameworkInUse(store).codebook.codes, name)) {
    return codePassage(context, { ...options, codes: [name] });
  }
  const made = await decide(context, { kind: 'promote', words: [name], isNew: true, coder, reason });
  const later = { ...context, expectedRevision: currentRevision(context) };
  return codePassage(later, { ...options, codes: [name], statement: made.decisions[0]?.id });
}
