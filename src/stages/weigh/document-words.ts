import { codePointLength } from '../../text/code-points.js';
import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';
import { GENERIC_WORDS, STOP_WORDS } from './word-lists.js';

interface Tagged {
  readonly word: string;
  readonly tag: string;
}

/** A different word of a document, with what is the same wherever it stands. */
export interface DocumentWord extends Tagged {
  /** Its place among the different words of the document. */
  readonly index: number;
  /** In code points. */
  readonly length: number;
  /** Occurrences in title and text, whatever their tags. */
  frequency: number;
  /** No keyword goes beyond it: punctuation and function words. */
  readonly breaks: boolean;
  readonly isStop: boolean;
  readonly isNumeral: boolean;
  /** No keyword of several words ends with it. */
  readonly endsWeakly: boolean;
  readonly isGeneric: boolean;
}

const BREAK = /^(u.*|p|c|y|e|o|w|r.*)$/;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const WEAK_END = /^(d|m|q|f|a)$/;
const NUMERAL = /^[\p{N}〇零一二三四五六七八九十百千万亿两几多.%％]+$/u;

/** The lines of a document, each occurrence of a word standing as the same object; with stop words of the user's own. */
export function documentWords(
  lines: readonly (readonly Tagged[])[],
  stopWords: ReadonlySet<string>,
): {
  readonly lines: readonly (readonly DocumentWord[])[];
  readonly words: readonly DocumentWord[];
} {
  const words: DocumentWord[] = [];
  const byWord = new Map<string, DocumentWord[]>();
  const wordOf = ({ word, tag }: Tagged): DocumentWord => {
    const same = byWord.get(word) ?? [];
    if (same.length === 0) byWord.set(word, same);
    let found = same.find((known) => known.tag === tag);
    if (found === undefined) {
      found = describe({ word, tag }, words.length, stopWords);
      words.push(found);
      same.push(found);
    }
    found.frequency += 1;
    return found;
  };
  const described = lines.map((line) => line.map(wordOf));
  for (const same of byWord.values()) {
    if (same.length === 1) continue;
    const frequency = same.reduce((sum, word) => sum + word.frequency, 0);
    for (const word of same) word.frequency = frequency;
  }
  return { lines: described, words };
}

function describe({ word, tag }: Tagged, index: number, stopWords: ReadonlySet<string>): DocumentWord {
  return {
    word,
    tag,
    index,
    length: codePointLength(word),
    frequency: 0,
    breaks: BREAK.test(tag) || !WORD_CHARACTER.test(word),
    isStop: stopWords.has(word) || STOP_WORDS.has(word) || FUNCTION_CHARACTERS.has(word),
    isNumeral: NUMERAL.test(word),
    endsWeakly: WEAK_END.test(tag),
    isGeneric: GENERIC_WORDS.has(word),
  };
}
