import type { Code } from '../../model/codebook.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { quantise } from '../../text/quantise.js';
import { pairsOf, type WordContext } from './contexts.js';
import { lengthOf, sharedContext } from './shared-context.js';

/** Why a code is suggested for a word, and what shows it. */
export interface SuggestionReason {
  /**
   * `characters`: like the term shown. `decision`: like a word shown that a person gave to the code. `contexts`: these
   * pairs of characters stand around both. `definition`, `wording`: definition or rules of the code have these.
   */
  readonly kind: 'characters' | 'decision' | 'contexts' | 'definition' | 'wording';
  readonly shown: readonly string[];
}

/**
 * A code that a word may belong to. `score` is how often a best code with as much evidence was right (0–1) on hidden terms,
 * times its share among all codes that were weighed.
 */
export interface CodeSuggestion {
  readonly codeId: string;
  readonly code: string;
  readonly score: number;
  readonly reasons: readonly SuggestionReason[];
}

/** Weights of the four kinds of evidence, fitted on hidden terms of a codebook (docs/method.md). */
const WEIGHTS = { characters: 8, contexts: 17, definition: 2.2, wording: 5.5 };

/** How likely the best code is right by the sum of its evidence: a logistic curve fitted on hidden terms (docs/method.md). */
const LIKELIHOOD = { intercept: -3.91, slope: 0.356 };
/** A best code with a lower score is not near; what it keeps and what it refuses was balanced over five codebooks. */
const NEAR = 0.1;
/** Nor is one that is less likely right and shares with the word only what many codes have. */
const SURE = 0.45;
/** Beside a near code, one with a lower score than this is not told. */
const FAR = 0.005;
/** Evidence from contexts that is enough by itself. */
const LIKE_CONTEXT = 1;

/** Evidence below this part of the best reason of a suggestion is not worth telling. */
const TELLING = 0.2;

/** A code made ready for comparison with words. */
export interface CodeProfile {
  readonly code: Code;
  readonly terms: readonly { readonly term: string; readonly characters: ReadonlySet<string> }[];
  readonly definition: string;
  readonly wording: string;
  readonly context: ReadonlyMap<string, number>;
  readonly length: number;
}

/**
 * A suggester of codes for words that no code took. It weighs for every code: the characters a word shares with
 * the nearest term, rare ones more; what stands around the word and around the code's terms in the corpus; the
 * code's definition; the wordings of its rules. Words that people merged into a code are terms of it, so that
 * every decision teaches. `learnt` are those words. The same word always gets the same suggestions, none where nothing is
 * near: where the evidence is little, or is only what many codes share with the word.
 */
export function codeSuggester(
  ...given: Parameters<typeof codeRanker>
): (word: string, top: number) => readonly CodeSuggestion[] {
  const rank = codeRanker(...given);
  return (word, top) => {
    const { ranked, isNear } = rank(word);
    return isNear ? ranked.slice(0, top).filter(({ score }) => score >= FAR) : [];
  };
}

/** A ranker of all codes for a word, the best first, that says whether the best one is near. */
export function codeRanker(
  profiles: readonly CodeProfile[],
  contexts: ReadonlyMap<string, WordContext>,
  learnt: ReadonlySet<string>,
): (word: string) => { readonly ranked: readonly CodeSuggestion[]; readonly isNear: boolean } {
  const rarity = raritiesOf(profiles);
  return (word) => {
    const vector = contexts.get(word)?.vector ?? new Map<string, number>();
    const length = lengthOf(vector);
    const weighed = profiles.map((profile) => weigh(word, vector, length, profile, rarity, learnt));
    const highest = Math.max(...weighed.map(({ sum }) => sum));
    const total = weighed.reduce((all, { sum }) => all + Math.exp(sum - highest), 0);
    const likelihood = likelihoodOf(highest);
    const isTelling = weighed.some((one) => one.sum === highest && one.isTelling);
    const isNear = likelihood / total >= NEAR && (isTelling || likelihood >= SURE);
    const ranked = weighed
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ code, sum, reasons }) => ({
        codeId: code.id,
        code: code.label.zh,
        score: quantise((likelihood * Math.exp(sum - highest)) / total),
        reasons,
      }))
      .sort((a, b) => b.score - a.score || compareByCodePoint(a.codeId, b.codeId));
    return { ranked, isNear };
  };
}

/** What finds a code: its terms, what is said about it, and what stands around its terms. */
export function codeProfile(code: Code, contexts: ReadonlyMap<string, WordContext>): CodeProfile {
  const words = [code.label.zh, ...code.terms];
  const context = new Map<string, number>();
  for (const word of words) {
    const own = contexts.get(word);
    if (!own) continue;
    // Few sentences are a weak witness.
    const weight = Math.min(1, Math.sqrt(own.sentences) / 5);
    for (const [pair, value] of own.vector) context.set(pair, (context.get(pair) ?? 0) + weight * value);
  }
  return {
    code,
    terms: words.map((term) => ({ term, characters: new Set(term) })),
    definition: [code.definition, ...code.include, ...code.examples].join('\n'),
    wording: JSON.stringify(code.rules),
    context,
    length: lengthOf(context),
  };
}

/** How few codes have a character among their terms, or a pair of characters in their rules, as inverse frequency. */
interface Rarities {
  readonly ofCharacter: (character: string) => number;
  readonly ofPair: (pair: string) => number;
  /** Of what four codes have: what more have says little by itself. */
  readonly telling: number;
}

const TELLING_CODES = 4;

function raritiesOf(profiles: readonly CodeProfile[]): Rarities {
  const inverse = (codes: number) => Math.log(1 + profiles.length / Math.max(1, codes));
  const countsOf = (held: readonly ReadonlySet<string>[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const all of held) for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
    return counts;
  };
  const characters = countsOf(
    profiles.map(({ terms }) => new Set(terms.flatMap((term) => [...term.characters]))),
  );
  const pairs = countsOf(profiles.map(({ wording }) => pairsOf(wording)));
  return {
    ofCharacter: (character) => inverse(characters.get(character) ?? 1),
    ofPair: (pair) => inverse(pairs.get(pair) ?? 1),
    telling: inverse(TELLING_CODES),
  };
}

/** The evidence for one code; `isTelling`: some of it is what few codes share with the word. */
interface Weighed {
  readonly code: Code;
  readonly sum: number;
  readonly isTelling: boolean;
  readonly reasons: SuggestionReason[];
}

const likelihoodOf = (sum: number) => 1 / (1 + Math.exp(-LIKELIHOOD.intercept - LIKELIHOOD.slope * sum));

function weigh(
  word: string,
  vector: ReadonlyMap<string, number>,
  length: number,
  profile: CodeProfile,
  rarities: Rarities,
  learnt: ReadonlySet<string>,
): Weighed {
  const letters = [...word];
  const pairs = [...pairsOf(word)];
  const rarity = rarities.ofCharacter;
  const nearest = nearestTerm(letters, profile.terms, rarities);
  const around = sharedContext(word, vector, length, profile);
  const defined = letters.filter((letter) => profile.definition.includes(letter));
  const worded = pairs.filter((pair) => profile.wording.includes(pair));
  const parts = [
    {
      kind: learnt.has(nearest.term) ? ('decision' as const) : ('characters' as const),
      value: WEIGHTS.characters * nearest.similarity,
      shown: [nearest.term],
    },
    { kind: 'contexts' as const, value: WEIGHTS.contexts * around.similarity, shown: around.shown },
    {
      kind: 'definition' as const,
      value: (WEIGHTS.definition * total(defined, rarity)) / letters.length,
      shown: defined,
    },
    {
      kind: 'wording' as const,
      value:
        (WEIGHTS.wording *
          worded.reduce((sum, pair) => sum + Math.min(1, rarities.ofPair(pair) / rarities.telling), 0)) /
        Math.max(1, pairs.length),
      shown: worded,
    },
  ];
  const best = Math.max(...parts.map(({ value }) => value));
  const reasons = parts
    .filter(({ value }) => value > 0 && value >= TELLING * best)
    .sort((a, b) => b.value - a.value)
    .map(({ kind, shown }) => ({ kind, shown }));
  const isTelling =
    nearest.isTelling ||
    worded.some((pair) => rarities.ofPair(pair) >= rarities.telling) ||
    WEIGHTS.contexts * around.similarity >= LIKE_CONTEXT;
  return { code: profile.code, sum: parts.reduce((all, { value }) => all + value, 0), isTelling, reasons };
}

/** The term most alike: shared characters over the characters of both (cosine), each as rare as it is. */
function nearestTerm(
  letters: readonly string[],
  terms: CodeProfile['terms'],
  { ofCharacter: rarity, telling }: Rarities,
): { readonly term: string; readonly similarity: number; readonly isTelling: boolean } {
  const own = total(letters, rarity);
  let nearest = { term: '', similarity: 0, isTelling: false };
  for (const { term, characters } of terms) {
    const shared = letters.filter((letter) => characters.has(letter));
    const cosine = total(shared, rarity) / Math.sqrt(own * total(characters, rarity));
    const rarest = Math.max(0, ...shared.map(rarity));
    const similarity = cosine * Math.min(1, rarest / telling);
    if (similarity > nearest.similarity) nearest = { term, similarity, isTelling: rarest >= telling };
  }
  return nearest;
}

const total = (letters: Iterable<string>, rarity: Rarities['ofCharacter']) =>
  [...letters].reduce((sum, letter) => sum + rarity(letter), 0);
