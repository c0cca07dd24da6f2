import { UserError } from '../errors.js';
import type { Code } from '../model/codebook.js';
import type { PassageNumber } from '../model/passage-number.js';
import { currentVersions } from '../store/case-table.js';
import { readCountedString, readCountedText } from '../store/counted-text.js';
import type { Store } from '../store/store.js';
import { findInContext, type MatchInContext } from '../text/find-in-context.js';
import { rawSpan } from '../text/origins.js';
import { buildTermMatcher } from '../text/term-matcher.js';
import { toTextForm } from '../text/text-form.js';
import { appliedCodebook } from './applied-codebook.js';
import { codeNamed } from './find-code.js';
import { numberRows } from './passage-numbers.js';

/** One occurrence in context (KWIC). `start` and `end` point into the raw text; the rest reads as cleaned. */
export interface ConcordanceLine extends MatchInContext, PassageNumber {
  readonly caseId: string;
}

/** Every occurrence of a word, or of the label and terms of a code (by id or label), in the order of the cases. */
export function concordance(store: Store, wordOrCode: string): ConcordanceLine[] {
  if (wordOrCode.trim() === '') throw new UserError('cases/nothing-to-find', {});
  const code = findCode(store, wordOrCode);
  const matcher = buildTermMatcher(code ? [code.label.zh, ...code.terms] : writtenForms(wordOrCode));
  const lines = currentVersions(store).flatMap(({ caseId, version }) => {
    const matches = findInContext(readCountedString(store, caseId, version), matcher);
    const origins = matches.length > 0 ? (readCountedText(store, caseId, version)?.origins ?? []) : [];
    return matches.map((match) => ({ caseId, ...match, ...rawSpan({ origins }, match) }));
  });
  return numberRows(store, lines);
}

/** A query as clean texts have it and, because a title keeps its blank (一园多业 家家有份), as it was typed. */
function writtenForms(query: string): string[] {
  return [toTextForm(query), query.trim()];
}

function findCode(store: Store, wordOrCode: string): Code | undefined {
  return codeNamed(appliedCodebook(store)?.framework.codebook.codes ?? [], wordOrCode);
}
