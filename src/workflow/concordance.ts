import { UserError } from '../errors.js';
import type { Code } from '../model/codebook.js';
import type { KwicOrder } from '../model/kwic-order.js';
import type { PassageNumber } from '../model/passage-number.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import { chooseView, type ViewRequest } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { codeNamed } from '../project/find-code.js';
import { inView } from '../project/in-view.js';
import { projectForm } from '../project/project-form.js';
import { currentVersions } from '../store/case-table.js';
import { leftOutSpans } from '../store/counted-text.js';
import { readCleanParts, readOrigins } from '../store/normalized-text-table.js';
import { readRegions } from '../store/region-table.js';
import { readSentences } from '../store/sentence-table.js';
import type { Store } from '../store/store.js';
import { casesContaining } from '../store/string-index.js';
import { compareByCodePoint } from '../text/code-points.js';
import { leaveOut, leaveOutOfParts } from '../text/counted-text.js';
import { findInContext, type MatchInContext } from '../text/find-in-context.js';
import { rawSpan } from '../text/origins.js';
import { numberPassages } from '../text/passage-numbers.js';
import { buildTermMatcher, type TermMatcher } from '../text/term-matcher.js';

/** One occurrence in context (KWIC). `start` and `end` point into the raw text; the rest reads as cleaned. */
export interface ConcordanceLine extends MatchInContext, PassageNumber {
  readonly caseId: string;
}

/** Every occurrence of a word, or of the label and terms of a code (by id or label), under a view and in an order. */
export function concordance(
  { store }: ReadContext,
  wordOrCode: string,
  { sort = 'case', ...request }: ViewRequest & { readonly sort?: KwicOrder | undefined } = {},
): ConcordanceLine[] {
  return inView(store, chooseView(store, request), { depth: 'codebooks', codebooks: [undefined] }, () =>
    findOccurrences(store, { word: wordOrCode, sort }),
  );
}

/**
 * The same under the view that is open, in all cases or those of one batch.
 * @throws UserError cases/nothing-to-find
 */
export function findOccurrences(
  store: Store,
  { word, sort = 'case', batch }: { word: string; sort?: KwicOrder | undefined; batch?: string | undefined },
): ConcordanceLine[] {
  if (word.trim() === '') throw new UserError('cases/nothing-to-find', {});
  const lines = linesWith(store, word, batch);
  return sort === 'case' ? lines : sortByContext(lines, sort);
}

/** The first occurrences of a word, and in how many cases it stands. */
export interface WordInContext {
  readonly lines: readonly ConcordanceLine[];
  readonly cases: number;
  /** Whether there are more than these. */
  readonly hasMore: boolean;
}

/** Which occurrences are shown. */
export interface ShownOccurrences {
  readonly most: number;
  readonly caseIds?: readonly string[] | undefined;
  /** Those behind one that is known already. */
  readonly after?: Pick<ConcordanceLine, 'caseId' | 'start'> | undefined;
}

/**
 * The first occurrences of a word as it is written, in all cases or some; the texts behind the last of them are not read.
 * @throws UserError cases/nothing-to-find
 */
export function showInContext(
  { store }: ReadContext,
  word: string,
  { most, caseIds, after }: ShownOccurrences,
): WordInContext {
  if (word.trim() === '') throw new UserError('cases/nothing-to-find', {});
  const terms = [...new Set([projectForm(store)(word), word.trim()])];
  const matcher = buildTermMatcher(terms);
  const containing = new Set([...casesContaining(store, terms).values()].flat());
  const wanted = caseIds === undefined ? null : new Set(caseIds);
  const found = currentVersions(store).filter(
    ({ caseId }) => containing.has(caseId) && (wanted?.has(caseId) ?? true),
  );
  const lines: ConcordanceLine[] = [];
  const begin = found.findIndex(({ caseId }) => caseId === after?.caseId);
  for (const { caseId, version } of found.slice(Math.max(0, begin))) {
    const ofCase = linesOf(store, caseId, version, matcher);
    lines.push(...ofCase.filter(({ start }) => caseId !== after?.caseId || start > after.start));
    if (lines.length > most) break;
  }
  return { lines: lines.slice(0, most), cases: found.length, hasMore: lines.length > most };
}

/** By code points, lines with the same context in the order of the text; alike contexts come together either way. */
function sortByContext(lines: readonly ConcordanceLine[], side: 'left' | 'right'): ConcordanceLine[] {
  const keyOf = ({ left, right }: ConcordanceLine) =>
    side === 'right' ? right : [...left].reverse().join('');
  return lines
    .map((line) => ({ line, key: keyOf(line).replace(LEADING, '') }))
    .sort((one, other) => compareByCodePoint(one.key, other.key))
    .map(({ line }) => line);
}

/** What is no letter or figure next to the word: the word after a comma is sorted by what follows it. */
const LEADING = /^[^\p{L}\p{N}]+/u;

function linesWith(store: Store, wordOrCode: string, batch: string | undefined): ConcordanceLine[] {
  const form = projectForm(store);
  const code = findCode(store, form(wordOrCode));
  const terms = code ? [code.label.zh, ...code.terms] : [form(wordOrCode), wordOrCode.trim()];
  const matcher = buildTermMatcher(terms);
  const containing = new Set([...casesContaining(store, terms).values()].flat());
  return currentVersions(store, { batch })
    .filter(({ caseId }) => containing.has(caseId))
    .flatMap(({ caseId, version }) => store.snapshot(() => linesOf(store, caseId, version, matcher)));
}

/** The occurrences in one case; its text is read once, and its origins only where something was found. */
function linesOf(store: Store, caseId: string, version: string, matcher: TermMatcher): ConcordanceLine[] {
  const text = [...readCleanParts(store, caseId, version)].join('');
  const leftOut = leftOutSpans(store, caseId, version);
  const matches = findInContext([...leaveOutOfParts([text], leftOut)].join(''), matcher);
  if (matches.length === 0) return [];
  const counted = leaveOut({ text, origins: readOrigins(store, caseId, version) }, leftOut);
  const { clean } = readSentences(store, caseId, version);
  const numberOf = numberPassages(clean, readRegions(store, caseId, version));
  return matches.map((match) => {
    const span = rawSpan(counted, match);
    return { caseId, ...match, ...span, ...numberOf(span.start) };
  });
}

function findCode(store: Store, wordOrCode: string): Code | undefined {
  return codeNamed(appliedCodebook(store)?.framework.codebook.codes ?? [], wordOrCode);
}
