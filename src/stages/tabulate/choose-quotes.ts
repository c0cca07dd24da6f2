import type { Evidence } from '../../model/evidence.js';
import { isReference } from '../../model/evidence.js';
import { QUOTE_RULE } from '../../model/quote-rule.js';
import { isWholeCase } from '../../model/whole-case.js';
import { compareByCodePoint } from '../../text/code-points.js';

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

/** A passage with what does not change while others are chosen, each the smaller the better. */
interface Candidate {
  readonly passage: Evidence;
  readonly place: string;
  readonly standing: number;
  readonly isFragment: boolean;
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
  const groupsAt = countPlaces(groups);
  const quotedCases = new Map<string, number>();
  const quotedPlaces = new Set<string>();
  return new Map(
    [...groups].map(([group, passages]) => {
      const left = new Set(
        passages.filter((one) => !isWholeCase(one)).map((one) => candidate(one, isInBulk)),
      );
      const ownCases = new Map<string, number>();
      const quotes: Evidence[] = [];
      while (quotes.length < perGroup && left.size > 0) {
        const best = bestOf(left, ({ passage, place, standing, isFragment, lengthFault, triggers }) => [
          standing,
          ownCases.get(passage.caseId) ?? 0,
          Number(quotedPlaces.has(place)),
          Number(isFragment),
          lengthFault,
          -triggers,
          groupsAt.get(place) ?? 0,
          quotedCases.get(passage.caseId) ?? 0,
        ]);
        const { caseId, cleanQuote } = best.passage;
        quotes.push(best.passage);
        ownCases.set(caseId, (ownCases.get(caseId) ?? 0) + 1);
        quotedCases.set(caseId, (quotedCases.get(caseId) ?? 0) + 1);
        quotedPlaces.add(best.place);
        for (const one of left) if (one.passage.cleanQuote === cleanQuote) left.delete(one);
      }
      return [group, { quotes, passages: passages.length }];
    }),
  );
}

function candidate(passage: Evidence, isInBulk: QuoteChoice['isInBulk']): Candidate {
  const { status, cleanQuote } = passage;
  const confirmed = status !== 'confirmed' ? 2 : isInBulk(passage) ? 1 : 0;
  const length = [...cleanQuote].length;
  return {
    passage,
    place: placeOf(passage),
    standing: 2 * confirmed + Number(!isReference(passage)),
    isFragment: !SENTENCE_END.test(cleanQuote) || NUMBERED_HEAD.test(cleanQuote),
    lengthFault: Math.max(QUOTE_RULE.leastLength - length, length - QUOTE_RULE.mostLength, 0),
    triggers: passage.keywords.length + passage.rules.length,
  };
}

/** How a whole sentence ends; a heading or a piece of a table does not. */
const SENTENCE_END = /[。！？!?…；;.][”’」』）)"']*$/u;

/** How a numbered heading begins, which may end like a sentence: 一、动态监测，早发现。 */
const NUMBERED_HEAD =
  /^\s*(?:第?[一二三四五六七八九十]+[、章节．.]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、．.](?!\d))/u;

const placeOf = ({ caseId, start, end }: Evidence) => `${caseId}\t${start}\t${end}`;

/** In how many groups each place is. */
function countPlaces(groups: ReadonlyMap<string, readonly Evidence[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const passages of groups.values()) {
    for (const place of new Set(passages.map(placeOf))) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

/** The candidate with the smallest faults, the earlier ones weighing more. */
function bestOf(candidates: Iterable<Candidate>, faultsOf: (one: Candidate) => readonly number[]): Candidate {
  let best: Candidate | undefined;
  let least: readonly number[] = [];
  for (const one of candidates) {
    const faults = faultsOf(one);
    const isBetter =
      best === undefined || (compareFaults(faults, least) || comparePlaces(one.passage, best.passage)) < 0;
    if (isBetter) {
      best = one;
      least = faults;
    }
  }
  if (best === undefined) throw new Error('no passage is left to choose from');
  return best;
}

const compareFaults = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((fault, index) => fault !== b[index]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
};

const comparePlaces = (a: Evidence, b: Evidence) =>
  compareByCodePoint(a.caseId, b.caseId) ||
  a.start - b.start ||
  a.end - b.end ||
  compareByCodePoint(a.codeId, b.codeId);
