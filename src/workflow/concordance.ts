import { UserError } from '../errors.js';
import type { Code } from '../model/codebook.js';
import { currentVersions } from '../store/case-table.js';
import { readCleanText, readOrigins } from '../store/normalized-text-table.js';
import type { Store } from '../store/store.js';
import { findInContext, type MatchInContext } from '../text/find-in-context.js';
import { rawSpan } from '../text/origins.js';
import { buildTermMatcher } from '../text/term-matcher.js';
import { appliedCodebook } from './applied-codebook.js';

/** One occurrence in context (KWIC). `start` and `end` point into the raw text; the rest reads as cleaned. */
export interface ConcordanceLine extends MatchInContext {
  readonly caseId: string;
}

/** Every occurrence of a word, or of the label and terms of a code (by id or label), in the order of the cases. */
export function concordance(store: Store, wordOrCode: string): ConcordanceLine[] {
  if (wordOrCode.trim() === '') throw new UserError('cli/usage', { problem: 'kwic' });
  const code = findCode(store, wordOrCode);
  const matcher = buildTermMatcher(code ? [code.label.zh, ...code.terms] : [wordOrCode]);
  return currentVersions(store).flatMap(({ caseId, version }) => {
    const matches = findInContext(readCleanText(store, caseId, version) ?? '', matcher);
    const origins = matches.length > 0 ? readOrigins(store, caseId, version) : [];
    return matches.map((match) => ({ caseId, ...match, ...rawSpan({ origins }, match) }));
  });
}

function findCode(store: Store, wordOrCode: string): Code | undefined {
  const framework = appliedCodebook(store)?.framework;
  return (
    framework?.codes.get(wordOrCode) ??
    framework?.codebook.codes.find(({ label }) => label.zh === wordOrCode || label.en === wordOrCode)
  );
}
