/** A ranked word by its number. */
export interface PackedWord {
  readonly wordNo: number;
  readonly pos: string;
  /** Rounded to six decimals (`quantise`). */
  readonly weight: number;
  readonly frequency: number;
  readonly isNew: boolean;
}

/** Whether a word of a rank is wanted; of others nothing but their number is read. */
export type WantedWord = (rank: number, wordNo: number) => boolean;

/** Weights are kept as whole millionths, so that they come back to the last bit. */
const MILLION = 1e6;
const BITS = 7;
const MORE = 1 << BITS;

/**
 * Packs ranked words into numbers of 7 bits a byte, the lowest first: how many parts of speech there are and their
 * names, then of each word its number, how much less it weighs than the word before, its frequency, and the place of its
 * part of speech, doubled and one more for a new word.
 */
export function packRanking<Ranked extends Omit<PackedWord, 'wordNo'>>(
  ranked: readonly Ranked[],
  numberOf: (one: Ranked) => number,
): Buffer {
  const places = new Map<string, number>();
  for (const { pos } of ranked) if (!places.has(pos)) places.set(pos, places.size);
  const bytes: number[] = [];
  const put = (number: number) => {
    let rest = number;
    for (; rest >= MORE; rest = Math.floor(rest / MORE)) bytes.push((rest % MORE) + MORE);
    bytes.push(rest);
  };
  put(places.size);
  for (const pos of places.keys()) {
    const name = Buffer.from(pos);
    put(name.length);
    bytes.push(...name);
  }
  let above = Math.round((ranked[0]?.weight ?? 0) * MILLION);
  put(above);
  for (const one of ranked) {
    const { pos, weight, frequency, isNew } = one;
    const millionths = Math.round(weight * MILLION);
    put(numberOf(one));
    put(above - millionths);
    put(frequency);
    put(2 * (places.get(pos) as number) + Number(isNew));
    above = millionths;
  }
  return Buffer.from(bytes);
}

/** Reads what `packRanking` packed, or the first words of it, or those of them that are wanted, each with its rank from 1. */
export function unpackRanking(
  bytes: Buffer,
  {
    limit = Number.POSITIVE_INFINITY,
    isWanted,
  }: { readonly limit?: number; readonly isWanted?: WantedWord } = {},
): (PackedWord & { readonly rank: number })[] {
  let at = 0;
  const take = (): number => {
    let number = 0;
    for (let scale = 1; ; scale *= MORE) {
      const byte = bytes[at++] as number;
      if (byte < MORE) return number + byte * scale;
      number += (byte - MORE) * scale;
    }
  };
  const names = Array.from({ length: take() }, () => {
    const length = take();
    at += length;
    return bytes.toString('utf8', at - length, at);
  });
  let above = take();
  const ranked: (PackedWord & { readonly rank: number })[] = [];
  for (let rank = 1; at < bytes.length && rank <= limit; rank += 1) {
    const wordNo = take();
    above -= take();
    const frequency = take();
    const form = take();
    if (isWanted && !isWanted(rank, wordNo)) continue;
    const pos = names[form >> 1] as string;
    ranked.push({ rank, wordNo, pos, weight: above / MILLION, frequency, isNew: form % 2 === 1 });
  }
  return ranked;
}
