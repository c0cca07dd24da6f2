/** Where words are found nearly: UTF-16 units of the text, and how alike they are there, from 0 to 1. */
export interface AlikePlace {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Shorter words are nearly the same as too much. */
const SHORTEST = 4;
/** How many stretches of the text are looked at closely: those that share the most pairs of characters. */
const STRETCHES = 3;

/**
 * Makes a function that finds the place of a text most alike to some words, whatever blanks are between them; the score is 1
 * less the share of characters that must be added, left out or replaced (Sellers 1980). Of equal places it is the first.
 */
export function openAlike(text: string): (words: string) => AlikePlace | null {
  const places = Array.from(text.matchAll(/\S/gu), ({ index }) => index);
  const characters = places.map((at) => String.fromCodePoint(text.codePointAt(at) as number));
  const pairs = new Map<string, number[]>();
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const pair = `${characters[at]}${characters[at + 1]}`;
    const known = pairs.get(pair);
    if (known) known.push(at);
    else pairs.set(pair, [at]);
  }
  return (words) => {
    const wanted = [...words.replaceAll(/\s/g, '')];
    if (wanted.length < SHORTEST) return null;
    let best: (AlikePlace & { readonly distance: number }) | null = null;
    for (const [from, to] of likelyStretches(wanted, pairs, characters.length)) {
      const found = nearestWithin(wanted, characters.slice(from, to));
      if (best && found.distance >= best.distance) continue;
      const [first, last] = [from + found.start, from + found.end - 1];
      if (last < first) continue;
      best = {
        start: places[first] as number,
        end: (places[last] as number) + (characters[last] as string).length,
        distance: found.distance,
        score: 1 - found.distance / wanted.length,
      };
    }
    if (!best) return null;
    const { start, end, score } = best;
    return { start, end, score: Math.max(0, score) };
  };
}

/** The stretches in which the pairs of the words occur most often at the distances they have in them, in order. */
function likelyStretches(
  wanted: readonly string[],
  pairs: ReadonlyMap<string, readonly number[]>,
  length: number,
): [from: number, to: number][] {
  const slack = Math.max(4, wanted.length >> 1);
  const votes = new Map<number, number>();
  for (let at = 0; at + 1 < wanted.length; at += 1) {
    for (const place of pairs.get(`${wanted[at]}${wanted[at + 1]}`) ?? []) {
      const stretch = Math.floor((place - at) / slack);
      votes.set(stretch, (votes.get(stretch) ?? 0) + 1);
    }
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, STRETCHES)
    .map(([stretch]) => stretch * slack)
    .sort((a, b) => a - b)
    .map((from) => [Math.max(0, from - slack), Math.min(length, from + 2 * slack + wanted.length + slack)]);
}

/** The part of some characters that is fewest changes away from the wanted ones; of equal ones the first. */
function nearestWithin(
  wanted: readonly string[],
  characters: readonly string[],
): { readonly start: number; readonly end: number; readonly distance: number } {
  let last = Array.from({ length: characters.length + 1 }, (_, at) => ({ distance: 0, start: at }));
  for (const [row, character] of wanted.entries()) {
    const next = [{ distance: row + 1, start: 0 }];
    for (let at = 1; at <= characters.length; at += 1) {
      const [diagonal, above, left] = [last[at - 1], last[at], next[at - 1]] as [Step, Step, Step];
      const replaced = diagonal.distance + (characters[at - 1] === character ? 0 : 1);
      const distance = Math.min(replaced, above.distance + 1, left.distance + 1);
      const from = distance === replaced ? diagonal : distance === above.distance + 1 ? above : left;
      next.push({ distance, start: from.start });
    }
    last = next;
  }
  let best = { start: 0, end: 0, distance: wanted.length };
  for (const [end, { distance, start }] of last.entries()) {
    if (distance < best.distance) best = { start, end, distance };
  }
  return best;
}

interface Step {
  readonly distance: number;
  readonly start: number;
}
