import { type RegionKind, regionKinds } from '../model/region.js';
import type { Span } from '../model/span.js';
import { currentVersions } from '../store/case-table.js';
import { codebooksInUse } from '../store/codebook-table.js';
import { leftOutRegions, leftOutSpans, readCountedString } from '../store/counted-text.js';
import { readCleanText } from '../store/normalized-text-table.js';
import { readPassageJudgements } from '../store/passage-verdict-table.js';
import { readRegions } from '../store/region-table.js';
import type { Store } from '../store/store.js';
import { verdictsWithQuote } from '../store/verdict-table.js';
import { offsetMap } from '../text/code-points.js';
import { leaveOutOfParts } from '../text/counted-text.js';
import type { ReadContext } from './context.js';
import { judgementsByCounting, partByCounting } from './judgements-by-counting.js';
import { projectForm } from './project-form.js';
import { isSealed, sealedReader } from './sealed-places.js';

/** A passage that a person chose for a keyword where the text does not count: it stays, and is not counted. */
export interface LeftOutPassage {
  readonly caseId: string;
  readonly word: string;
  readonly quote: string;
  readonly coder: string;
  /** The kinds of regions that the passage lies in. */
  readonly kinds: readonly RegionKind[];
  /** Whether it lies in a sealed statement. */
  readonly isSealed: boolean;
}

/** The passages that people quoted or coded in what is left out of cases: of some, or of all. */
export function leftOutPassages(store: Store, caseIds?: readonly string[]): LeftOutPassage[] {
  return [...leftOutQuotes(store, caseIds), ...leftOutCodings(store, caseIds)];
}

function leftOutCodings(store: Store, caseIds?: readonly string[]): LeftOutPassage[] {
  const sealedOf = sealedReader(store);
  return codebooksInUse(store).flatMap(({ codebookId }) => {
    const { leftOut } = caseIds
      ? partByCounting(store, readPassageJudgements(store, codebookId, caseIds))
      : judgementsByCounting(store, codebookId);
    return leftOut.map(({ codeId, verdict, ...place }) => ({
      caseId: place.caseId,
      word: codeId,
      quote: verdict.cleanQuote,
      coder: verdict.coder,
      kinds: kindsAround(store, place, verdict.cleanQuote),
      isSealed: isSealed(place, sealedOf(place)),
    }));
  });
}

function leftOutQuotes(store: Store, caseIds?: readonly string[]): LeftOutPassage[] {
  const isAsked = (caseId: string) => caseIds?.includes(caseId) ?? true;
  const quoted = verdictsWithQuote(store).flatMap(({ word, verdict: { caseId, quote, coder } }) =>
    caseId === undefined || quote === undefined || !isAsked(caseId) ? [] : [{ caseId, word, quote, coder }],
  );
  if (quoted.length === 0) return [];
  const versions = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  return quoted.flatMap((one): LeftOutPassage[] => {
    const version = versions.get(one.caseId) ?? '';
    if (leftOutSpans(store, one.caseId, version).length === 0) return [];
    if (readCountedString(store, one.caseId, version).includes(one.quote)) return [];
    const kinds = kindsAround(store, { caseId: one.caseId, version }, one.quote);
    // Words that regions leave in, but the counted text does not have.
    const text = readCleanText(store, one.caseId, version) ?? '';
    const inRegions = [...leaveOutOfParts([text], leftOutRegions(store, one.caseId, version))].join('');
    return kinds.length === 0 ? [] : [{ ...one, kinds, isSealed: inRegions.includes(one.quote) }];
  });
}

/** The kinds of regions that hold the places at which some words occur in the clean text of a case. */
export function kindsAround(
  store: Store,
  { caseId, version }: { readonly caseId: string; readonly version: string },
  words: string,
): RegionKind[] {
  const text = readCleanText(store, caseId, version) ?? '';
  const regions = readRegions(store, caseId, version);
  const offsets = offsetMap(text);
  const found = new Set<RegionKind>();
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const place: Span = {
      start: offsets.toCodePoint(at),
      end: offsets.toCodePoint(at + words.length),
    };
    const around = regions.filter(({ start, end }) => start < place.end && place.start < end);
    for (const { kind } of around) found.add(kind);
    if (around.length === 0) found.add('body');
  }
  return regionKinds.filter((kind) => found.has(kind));
}

/** The kinds of regions in which a word occurs that the counted text of no case contains. */
export function leftOutKinds({ store }: ReadContext, written: string): RegionKind[] {
  const word = projectForm(store)(written);
  const cases = currentVersions(store).filter(
    ({ caseId, version }) => leftOutSpans(store, caseId, version).length > 0,
  );
  const found = new Set(cases.flatMap((one) => kindsAround(store, one, word)));
  return regionKinds.filter((kind) => found.has(kind));
}
