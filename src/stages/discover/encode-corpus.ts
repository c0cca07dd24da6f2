import type { Segmenter } from '../../model/token.js';
import { isHan } from '../../text/han.js';
import { mayBeginTerm, mayEndTerm } from './word-shape.js';

/** Code of everything that is not Han; a run of it takes one position. */
export const BOUNDARY = 0;

export const MAY_BEGIN = 1;
export const MAY_END = 2;
/** Where a token begins when nothing is guessed: what the segmenter guessed is then single characters. */
export const KNOWN_CUT = 4;

interface Tagged {
  readonly word: string;
  readonly tag: string;
}

const HAN_LIMIT = 0x33480;
/** Tag of words that jieba does not know. */
const GUESSED = 'x';
const LONGEST_TOKEN = 0xff;

/** The Han text of a corpus in typed arrays, one position a character, with the segmenter's cuts. */
export interface EncodedCorpus {
  /** Character codes; the corpus begins and ends with a boundary, and so does each of its texts. */
  readonly codes: Uint16Array;
  /** Length of the token that begins at a position, 0 within a token. */
  readonly tokenLengths: Uint8Array;
  /** Where a term may begin and end: `MAY_BEGIN` at first and `MAY_END` at last characters of tokens. */
  readonly edges: Uint8Array;
  /** Position at which each text begins. */
  readonly textStarts: Int32Array;
  /** The character of each code. */
  readonly alphabet: readonly string[];
  /** Number of Han characters. */
  readonly size: number;
}

/** What belongs to the figures before it: 3万元, 12个, 2020年. */
const MEASURE = /^[万亿千百多余几个年月日号时分]/u;
const FIGURES = /[\p{N}%％]$/u;

/**
 * Segments the texts line by line and keeps their Han characters and token lengths. A measure after figures
 * counts as part of the figures, and so as a boundary.
 */
export function encodeCorpus(texts: readonly string[], segmenter: Segmenter): EncodedCorpus {
  const capacity = texts.reduce((sum, text) => sum + text.length + 1, 1);
  const codes = new Uint16Array(capacity);
  const tokenLengths = new Uint8Array(capacity);
  const edges = new Uint8Array(capacity);
  const textStarts = new Int32Array(texts.length);
  const codeOf = new Uint16Array(HAN_LIMIT);
  const alphabet = [''];
  let end = 0;
  let size = 0;

  const addBoundary = () => {
    if (end > 0 && codes[end - 1] === BOUNDARY) return;
    edges[end] = KNOWN_CUT;
    end += 1;
  };
  const addToken = (token: Tagged) => {
    const first = end;
    for (const character of token.word) {
      const codePoint = character.codePointAt(0) as number;
      if (!isHan(codePoint)) return addBoundary();
      if (codeOf[codePoint] === 0) codeOf[codePoint] = alphabet.push(character) - 1;
      codes[end] = codeOf[codePoint] as number;
      if (token.tag === GUESSED) edges[end] = KNOWN_CUT;
      end += 1;
      size += 1;
    }
    tokenLengths[first] = Math.min(end - first, LONGEST_TOKEN);
    edges[first] = KNOWN_CUT | (mayBeginTerm(token) ? MAY_BEGIN : 0);
    if (mayEndTerm(token)) edges[end - 1] = (edges[end - 1] as number) | MAY_END;
  };

  addBoundary();
  for (const [index, text] of texts.entries()) {
    textStarts[index] = end;
    for (const line of text.split('\n')) {
      let previous = '';
      for (const token of segmenter.tag(line)) {
        if (!isMeasure(token, previous)) addToken(token);
        previous = token.word;
      }
      addBoundary();
    }
  }
  return {
    codes: codes.subarray(0, end),
    tokenLengths: tokenLengths.subarray(0, end),
    edges: edges.subarray(0, end),
    textStarts,
    alphabet,
    size,
  };
}

function isMeasure({ word, tag }: Tagged, previous: string): boolean {
  return FIGURES.test(previous) && (tag === 'm' || tag === 'q' || MEASURE.test(word));
}

/** The string of the given length at a position. */
export function stringAt({ codes, alphabet }: EncodedCorpus, position: number, length: number): string {
  let text = '';
  for (let i = position; i < position + length; i += 1) text += alphabet[codes[i] as number];
  return text;
}
