import { UserError } from '../errors.js';
import type { Code } from '../model/codebook.js';
import type { PassageNumber } from '../model/passage-number.js';
import { currentVersions } from '../store/case-table.js';
import { readCountedString, readCountedText } from '../store/counted-text.js';
import type { Store } from '../store/store.js';
import { casesContaining } from '../store/string-index.js';
import { findInContext, type MatchInContext } from '../text/find-in-context.js';
import { rawSpan } from '../text/origins.js';
import { buildTermMatcher } from '../text/term-matcher.js';
import { appliedCodebook } from './applied-codebook.js';
import { codeNamed } from './find-code.js';
import { numberRows } from './passage-numbers.js';
import { projectForm } from './project-form.js';

/** One occurrence in context (KWIC). `start` and `end` point into the raw text; the rest reads as cleaned. */
export interface ConcordanceLine extends MatchInContext, PassageNumber {
  readonly caseId: string;
}

/** Every occurrence of a word, or of the label and terms of a code (by id or label), in the order of the cases. */
export function concordance(store: Store, wordOrCode: string): ConcordanceLine[] {
  if (wordOrCode.trim() === '') throw new UserError('cases/nothing-to-find', {});
  const form = projectForm(store);
  const code = findCode(store, form(wordOrCode));
  const terms = code ? [code.label.zh, ...code.terms] : [form(wordOrCode), wordOrCode.trim()];
  const matcher = buildTermMatcher(terms);
  const containing = new Set([...casesContaining(store, terms).values()].flat());
  const cases = currentVersions(store).filter(({ caseId }) => containing.has(caseId));
  const lines = cases.flatMap(({ caseId, version }) => {
    const matches = findInContext(readCountedString(store, caseId, version), matcher);
    const origins = matches.length > 0 ? (readCountedText(store, caseId, version)?.origins ?? []) : [];
    return matches.map((match) => ({ caseId, ...match, ...rawSpan({ origins }, match) }));
  });
  return numberRows(store, lines);
}

function findCode(store: Store, wordOrCode: string): Code | undefined {
  return codeNamed(appliedCodebook(store)?.framework.codebook.codes ?? [], wordOrCode);
}
