import type { Evidence } from '../../model/evidence.js';
import { isReference } from '../../model/evidence.js';
import { QUOTE_RULE } from '../../model/quote-rule.js';
import { isWholeCase } from '../../model/whole-case.js';
import { codePointLength, compareByCodePoint } from '../../text/code-points.js';
import { least } from '../../text/many.js';

/** The passages of one group that are quoted, the best first, and how many it has. */
export interface ChosenQuotes {
  readonly quotes: readonly Evidence[];
  /** All passages of the group, also those coded as a whole case, which have no words to quote. */
  readonly passages: number;
}

/** How many quotes each group gets, and which passages a person confirmed together with others. */
export interface QuoteChoice {
  readonly perGroup: number;
  readonly isInBulk: (passage: Evidence) => boolean;
}

/** The passages of a group: how many, and those that have words to quote, measured. */
export interface MeasuredQuotes {
  readonly passages: number;
  readonly quotable: readonly QuotablePassage[];
}

/** A passage with what does not change while others are chosen. */
interface QuotablePassage {
  readonly passage: Evidence;
  readonly place: string;
  readonly standing: number;
  readonly isFragment: number;
  readonly lengthFault: number;
  readonly triggers: number;
}

/**
 * Chooses the passages that stand for each group (such as a code): confirmed one by one, then confirmed in bulk, then proposed;
 * of equal ones references before sentences of a keyword alone. Among those the next quote is of the case that the group quoted
 * least, a sentence that no other group quotes, whole and no heading, of a printable length, with the most keywords and rules that
 * led to it, the fewest groups, and of the case that was quoted least so far; what is still equal goes by case and place. No group
 * quotes the same words twice.
 */
export function chooseQuotes(
  groups: ReadonlyMap<string, readonly Evidence[]>,
  { perGroup, isInBulk }: QuoteChoice,
): Map<string, ChosenQuotes> {
  return chooseAmong(
    new Map([...groups].map(([group, passages]) => [group, measureQuotes(passages, isInBulk)])),
    perGroup,
  );
}

/** The same among passages that are measured already. */
export function chooseAmong(
  groups: ReadonlyMap<string, MeasuredQuotes>,
  perGroup: number,
): Map<string, ChosenQuotes> {
  const groupsAt = countPlaces(groups);
  const quotedCases = new Map<string, number>();
  const quotedPlaces = new Set<string>();
  return new Map(
    [...groups].map(([group, { passages, quotable }]) => {
      const ownCases = new Map<string, number>();
      const faults: readonly ((one: QuotablePassage) => number)[] = [
        ({ standing }) => standing,
        ({ passage }) => ownCases.get(passage.caseId) ?? 0,
        ({ place }) => Number(quotedPlaces.has(place)),
        ({ isFragment }) => isFragment,
        ({ lengthFault }) => lengthFault,
        ({ triggers }) => -triggers,
        ({ place }) => groupsAt.get(place) ?? 0,
        ({ passage }) => quotedCases.get(passage.caseId) ?? 0,
      ];
      const quotes: Evidence[] = [];
      for (let left = quotable; quotes.length < perGroup && left.length > 0; ) {
        const { passage, place } = firstOf(faults.reduce(withLeast, left));
        const { caseId, cleanQuote } = passage;
        quotes.push(passage);
        ownCases.set(caseId, (ownCases.get(caseId) ?? 0) + 1);
        quotedCases.set(caseId, (quotedCases.get(caseId) ?? 0) + 1);
        quotedPlaces.add(place);
        left = left.filter((one) => one.passage.cleanQuote !== cleanQuote);
      }
      return [group, { quotes, passages }];
    }),
  );
}

/** Measures the passages of a group, so that any number of them can be chosen. */
export function measureQuotes(
  passages: readonly Evidence[],
  isInBulk: QuoteChoice['isInBulk'],
): MeasuredQuotes {
  const quotable = passages.filter((one) => !isWholeCase(one)).map((one) => measure(one, isInBulk));
  return { passages: passages.length, quotable };
}

function measure(passage: Evidence, isInBulk: QuoteChoice['isInBulk']): QuotablePassage {
  const { status, cleanQuote, caseId, start, end } = passage;
  const confirmed = status !== 'confirmed' ? 2 : isInBulk(passage) ? 1 : 0;
  const length = codePointLength(cleanQuote);
  return {
    passage,
    place: `${caseId}\t${start}\t${end}`,
    standing: 2 * confirmed + Number(!isReference(passage)),
    isFragment: Number(!SENTENCE_END.test(cleanQuote) || NUMBERED_HEAD.test(cleanQuote)),
    lengthFault: Math.max(QUOTE_RULE.leastLength - length, length - QUOTE_RULE.mostLength, 0),
    triggers: passage.keywords.length + passage.rules.length,
  };
}

/** How a whole sentence ends; a heading or a piece of a table does not. */
const SENTENCE_END = /[。！？!?…；;.][”’」』）)"']*$/u;

/** How a numbered heading begins, which may end like a sentence: 一、动态监测，早发现。 */
const NUMBERED_HEAD =
  /^\s*(?:第?[一二三四五六七八九十]+[、章节．.]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、．.](?!\d))/u;

/** In how many groups each place is. */
function countPlaces(groups: ReadonlyMap<string, MeasuredQuotes>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { quotable } of groups.values()) {
    const places = new Set(quotable.map(({ place }) => place));
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

/** Those of the passages that have the smallest fault. */
function withLeast(
  passages: readonly QuotablePassage[],
  faultOf: (one: QuotablePassage) => number,
): readonly QuotablePassage[] {
  const faults = passages.map(faultOf);
  const fewest = least(faults);
  return passages.filter((_, at) => faults[at] === fewest);
}

/** The first passage by case and place. */
function firstOf(passages: readonly QuotablePassage[]): QuotablePassage {
  return passages.reduce((first, one) => (comparePlaces(one.passage, first.passage) < 0 ? one : first));
}

const comparePlaces = (a: Evidence, b: Evidence) =>
  compareByCodePoint(a.caseId, b.caseId) ||
  a.start - b.start ||
  a.end - b.end ||
  compareByCodePoint(a.codeId, b.codeId);
