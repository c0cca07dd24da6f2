import { UserError } from '../errors.js';
import type { Code } from '../model/codebook.js';
import type { PassageNumber } from '../model/passage-number.js';
import type { Span } from '../model/span.js';
import { currentVersions, readCase } from '../store/case-table.js';
import { readCountedText } from '../store/counted-text.js';
import type { Store } from '../store/store.js';
import { codePointLength, offsetMap } from '../text/code-points.js';
import { rawSpan } from '../text/origins.js';
import { buildTermMatcher } from '../text/term-matcher.js';
import { appliedCodebook } from './applied-codebook.js';
import { numberRows } from './passage-numbers.js';

/** One occurrence in context (KWIC). `start` and `end` point into the raw text; the rest reads as cleaned. */
export interface ConcordanceLine extends PassageNumber {
  readonly caseId: string;
  readonly start: number;
  readonly end: number;
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
}

/** Characters of context on either side. */
const CONTEXT = 24;

/** Every occurrence of a word, or of the label and terms of a code (by id or label), in the order of the cases. */
export function concordance(store: Store, wordOrCode: string): ConcordanceLine[] {
  if (wordOrCode.trim() === '') throw new UserError('cases/nothing-to-find', {});
  const code = findCode(store, wordOrCode);
  const matcher = buildTermMatcher(code ? [code.label.zh, ...code.terms] : [wordOrCode]);
  const lines = currentVersions(store).flatMap(({ caseId, version }) => {
    const raw = readCase(store, caseId, version);
    const normalized = readCountedText(store, caseId, version);
    if (!raw || !normalized) return [];
    return matcher.find(normalized.text).map((match) => ({
      caseId,
      ...rawSpan(normalized, match),
      ...inContext(normalized.text, match),
    }));
  });
  return numberRows(store, lines);
}

function findCode(store: Store, wordOrCode: string): Code | undefined {
  const framework = appliedCodebook(store)?.framework;
  return (
    framework?.codes.get(wordOrCode) ??
    framework?.codebook.codes.find(({ label }) => label.zh === wordOrCode || label.en === wordOrCode)
  );
}

function inContext(text: string, { start, end }: Span): Pick<ConcordanceLine, 'left' | 'keyword' | 'right'> {
  const offsets = offsetMap(text);
  const slice = (from: number, to: number) => text.slice(offsets.toUtf16(from), offsets.toUtf16(to));
  const left = slice(Math.max(0, start - CONTEXT), start);
  const right = slice(end, Math.min(codePointLength(text), end + CONTEXT));
  return {
    left: left.slice(left.lastIndexOf('\n') + 1),
    keyword: slice(start, end),
    right: right.split('\n', 1)[0] ?? '',
  };
}
