import { BOUNDARY, type EncodedCorpus, KNOWN_CUT } from './encode-corpus.js';

/**
 * Joins encoded corpora into the one that encoding all their texts at once would have given. Associative, so that
 * the texts may be encoded in any number of parts.
 */
export function joinCorpora(parts: readonly EncodedCorpus[]): EncodedCorpus {
  // Each begins with a boundary of its own, which the end of the one before it already is.
  const length = parts.reduce((sum, { codes }) => sum + Math.max(0, codes.length - 1), 1);
  const codes = new Uint16Array(length);
  const tokenLengths = new Uint8Array(length);
  const edges = new Uint8Array(length);
  edges[0] = KNOWN_CUT;
  const textStarts = new Int32Array(parts.reduce((sum, part) => sum + part.textStarts.length, 0));
  const alphabet = [''];
  const codeOf = new Map<string, number>();
  let end = 0;
  let texts = 0;

  for (const part of parts) {
    const translated = part.alphabet.map((character, code) => {
      if (code === BOUNDARY) return BOUNDARY;
      const known = codeOf.get(character) ?? alphabet.push(character) - 1;
      codeOf.set(character, known);
      return known;
    });
    for (let i = 0; i < part.codes.length; i += 1)
      codes[end + i] = translated[part.codes[i] as number] as number;
    tokenLengths.set(part.tokenLengths.subarray(0, part.codes.length), end);
    edges.set(part.edges.subarray(0, part.codes.length), end);
    for (const start of part.textStarts) {
      textStarts[texts] = end + start;
      texts += 1;
    }
    end += part.codes.length - 1;
  }
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  return { codes, tokenLengths, edges, textStarts, alphabet, size };
}
