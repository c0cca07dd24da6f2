import type { Code } from '../../model/codebook.js';
import type { Framework } from '../../model/framework.js';
import type { OverlapRow } from '../../model/table-rows.js';
import { groupBy } from '../../text/group-by.js';
import type { CodedSentence } from './coded-sentences.js';
import { codesAtLevel } from './tabulate-pairs.js';

/** A place where two codes meet: one sentence that has both, or the sentence of each. */
export type Overlap = Omit<OverlapRow, 'paragraph' | 'sentence' | 'otherParagraph' | 'otherSentence'> & {
  readonly start: number;
  readonly otherStart: number;
};

/** In what two codes meet, and how far apart within it. */
export interface OverlapOptions {
  readonly unit: 'passage' | 'paragraph' | 'case' | 'window';
  /** Sentences between which codes of a window may meet. */
  readonly within: number;
  /** 1 is the top; without it the lowest. */
  readonly level?: number | undefined;
  /** So many places of each two codes, from as many cases as there are; without it all. */
  readonly quotes?: number | undefined;
}

interface Place {
  readonly sentence: CodedSentence;
  readonly at: number;
}

/**
 * The sentences where two codes of a level meet, the pairs that meet most often first, each in the order of the text: of a
 * paragraph or a case the two sentences that are nearest to each other, in a window to each sentence with the one code the
 * nearest with the other.
 */
export function tabulateOverlaps(
  framework: Framework,
  cases: Iterable<readonly CodedSentence[]>,
  { unit, within, level, quotes }: OverlapOptions,
): Overlap[] {
  const codesOf = codesAtLevel(framework, level);
  const pairs = new Map<string, { readonly codes: readonly [Code, Code]; readonly found: Overlap[] }>();
  for (const sentences of cases) {
    for (const own of unitsWithin(sentences, unit)) {
      const places = new Map<Code, Place[]>();
      for (const place of own) {
        for (const code of codesOf(place.sentence.evidence)) {
          const known = places.get(code);
          if (known) known.push(place);
          else places.set(code, [place]);
        }
      }
      const codes = framework.codebook.codes.filter((code) => places.has(code));
      for (const [at, code] of codes.entries()) {
        for (const other of codes.slice(at + 1)) {
          const met = meet(places.get(code) ?? [], places.get(other) ?? [], unit, within);
          if (met.length === 0) continue;
          const key = `${code.id}\t${other.id}`;
          const pair = pairs.get(key) ?? { codes: [code, other], found: [] };
          pairs.set(key, pair);
          for (const [one, another] of met) pair.found.push(overlapOf(code, other, one, another));
        }
      }
    }
  }
  const order = new Map(framework.codebook.codes.map((code, at) => [code, at]));
  const placeOf = (code: Code) => order.get(code) as number;
  return [...pairs.values()]
    .sort(
      (a, b) =>
        b.found.length - a.found.length ||
        placeOf(a.codes[0]) - placeOf(b.codes[0]) ||
        placeOf(a.codes[1]) - placeOf(b.codes[1]),
    )
    .flatMap(({ found }) => (quotes === undefined ? found : takeFromCases(found, quotes)));
}

function unitsWithin(sentences: readonly CodedSentence[], unit: OverlapOptions['unit']): Place[][] {
  const places = sentences.map((sentence, at) => ({ sentence, at }));
  if (unit === 'passage') return places.map((place) => [place]);
  if (unit === 'paragraph') return [...groupBy(places, ({ sentence }) => sentence.paragraph).values()];
  return [places];
}

/** The pairs of places at which two codes meet in a unit. */
function meet(
  ones: readonly Place[],
  others: readonly Place[],
  unit: OverlapOptions['unit'],
  within: number,
): (readonly [Place, Place])[] {
  const nearest = ones.map((one) => {
    const distances = others.map((other) => Math.abs(other.at - one.at));
    const distance = Math.min(...distances);
    return { pair: [one, others[distances.indexOf(distance)] as Place] as const, distance };
  });
  if (unit === 'window') return nearest.filter(({ distance }) => distance <= within).map(({ pair }) => pair);
  const least = Math.min(...nearest.map(({ distance }) => distance));
  return nearest
    .filter(({ distance }) => distance === least)
    .slice(0, 1)
    .map(({ pair }) => pair);
}

function overlapOf(code: Code, other: Code, one: Place, another: Place): Overlap {
  const isSame = one.at === another.at;
  return {
    code: code.label.zh,
    codeId: code.id,
    otherCode: other.label.zh,
    otherCodeId: other.id,
    caseId: one.sentence.caseId,
    quote: one.sentence.quote,
    distance: Math.abs(one.at - another.at),
    otherQuote: isSame ? null : another.sentence.quote,
    start: one.sentence.start,
    otherStart: another.sentence.start,
  };
}

/** So many, the first of each case before the second of any, in the order of the text. */
function takeFromCases(found: readonly Overlap[], most: number): Overlap[] {
  const seen = new Map<string, number>();
  const turns = found.map((one, at) => {
    const turn = seen.get(one.caseId) ?? 0;
    seen.set(one.caseId, turn + 1);
    return { one, at, turn };
  });
  return turns
    .sort((a, b) => a.turn - b.turn || a.at - b.at)
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
