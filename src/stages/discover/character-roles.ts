import type { EncodedCorpus } from './encode-corpus.js';

/** How often a character begins and ends words of several characters, of all its occurrences; by code. */
export interface CharacterRoles {
  readonly begin: Float64Array;
  readonly end: Float64Array;
}

/** Takes the roles of all characters from the segmenter's tokens; one of three is the guess before any is seen. */
export function characterRoles({ codes, tokenLengths, alphabet }: EncodedCorpus): CharacterRoles {
  const begin = new Float64Array(alphabet.length).fill(1);
  const end = new Float64Array(alphabet.length).fill(1);
  const all = new Float64Array(alphabet.length).fill(3);
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number;
    const length = tokenLengths[i] as number;
    all[code] = (all[code] as number) + 1;
    if (length < 2) continue;
    const last = codes[i + length - 1] as number;
    begin[code] = (begin[code] as number) + 1;
    end[last] = (end[last] as number) + 1;
  }
  const share = (counts: Float64Array) => counts.map((count, code) => count / (all[code] as number));
  return { begin: share(begin), end: share(end) };
}
