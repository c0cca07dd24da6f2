import type { Segmenter } from '../../model/token.js';
import { isHan } from '../../text/han.js';
import { mayBeginTerm, mayEndTerm } from '../../text/term-shape.js';
import { BOUNDARY, KNOWN_CUT, MAY_BEGIN, MAY_END, tokenLengthBits } from './cell.js';

interface Tagged {
  readonly word: string;
  readonly tag: string;
}

/** Tag of words that jieba does not know. */
const GUESSED = 'x';

/** The Han text of a corpus or of a part of it, one cell a character (see cell.ts). */
export interface EncodedCorpus {
  /** Begins and ends with a boundary; between two texts and two lines stands one, too. */
  readonly cells: Int32Array;
  /** Where texts begin; the cells before the first of them go on with the text before this part. */
  readonly textStarts: Int32Array;
}

/** A piece of a text: of a large one there may be several, cut at line ends. */
export interface TextPiece {
  readonly text: string;
  /** Whether the text begins with this piece. */
  readonly begins: boolean;
}

/** What belongs to the figures before it: 3万元, 12个, 2020年. */
const MEASURE = /^[万亿千百多余几个年月日号时分]/u;
const FIGURES = /[\p{N}%％]$/u;

/** A token as it is written into the corpus. */
interface TokenCells {
  /** The cells of its characters, up to the first that is not Han. */
  readonly cells: readonly number[];
  readonly isHan: boolean;
  readonly isFigures: boolean;
  readonly isMeasure: boolean;
}

/** How many tokens an encoder remembers. */
const REMEMBERED = 1 << 17;

/** Encodes whole texts: see `encodePieces`. */
export function encodeCorpus(texts: readonly string[], segmenter: Pick<Segmenter, 'tag'>): EncodedCorpus {
  return encodePieces(
    texts.map((text) => ({ text, begins: true })),
    segmenter,
  );
}

/**
 * Segments texts line by line and keeps their Han characters and tokens. A measure after figures counts as part of
 * the figures, and so as a boundary.
 */
export function encodePieces(pieces: readonly TextPiece[], segmenter: Pick<Segmenter, 'tag'>): EncodedCorpus {
  return openEncoder(segmenter)(pieces);
}

/** Encodes part after part as `encodePieces`; a token that was met before is not looked at again. */
export function openEncoder(
  segmenter: Pick<Segmenter, 'tag'>,
): (pieces: readonly TextPiece[]) => EncodedCorpus {
  const met = new Map<Tagged, TokenCells>();
  const encoded = (token: Tagged): TokenCells => {
    const known = met.get(token);
    if (known) return known;
    if (met.size > REMEMBERED) met.clear();
    const fresh = tokenCells(token);
    met.set(token, fresh);
    return fresh;
  };

  return (pieces) => {
    const cells = new Int32Array(pieces.reduce((sum, { text }) => sum + text.length + 1, 1));
    const textStarts: number[] = [];
    let end = 0;
    const addBoundary = () => {
      if (end > 0 && cells[end - 1] === KNOWN_CUT) return;
      cells[end] = BOUNDARY | KNOWN_CUT;
      end += 1;
    };
    addBoundary();
    for (const { text, begins } of pieces) {
      if (begins) textStarts.push(end);
      for (const line of text.split('\n')) {
        let afterFigures = false;
        for (const tagged of segmenter.tag(line)) {
          const token = encoded(tagged);
          if (!(afterFigures && token.isMeasure)) {
            for (const cell of token.cells) {
              cells[end] = cell;
              end += 1;
            }
            if (!token.isHan) addBoundary();
          }
          afterFigures = token.isFigures;
        }
        addBoundary();
      }
    }
    return { cells: cells.slice(0, end), textStarts: Int32Array.from(textStarts) };
  };
}

function tokenCells(token: Tagged): TokenCells {
  const codes = Array.from(token.word, (character) => character.codePointAt(0) as number);
  const foreign = codes.findIndex((code) => !isHan(code));
  const inside = token.tag === GUESSED ? KNOWN_CUT : 0;
  const cells = (foreign < 0 ? codes : codes.slice(0, foreign)).map((code) => code | inside);
  if (foreign < 0 && cells.length > 0) {
    const last = cells.length - 1;
    cells[0] = (cells[0] as number) | KNOWN_CUT | tokenLengthBits(codes.length);
    if (mayBeginTerm(token)) cells[0] |= MAY_BEGIN;
    if (mayEndTerm(token)) cells[last] = (cells[last] as number) | MAY_END;
  }
  return {
    cells,
    isHan: foreign < 0,
    isFigures: FIGURES.test(token.word),
    isMeasure: token.tag === 'm' || token.tag === 'q' || MEASURE.test(token.word),
  };
}
