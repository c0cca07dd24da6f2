import type { GivenWord } from '../../model/given-word.js';
import type { OriginRun, TracedText } from '../../model/normalized-text.js';
import type { Segmenter, Token } from '../../model/token.js';
import { partitionPoint } from '../../text/partition-point.js';

/** Tags of the dictionary: small letters, and a mark of new words. */
const DICTIONARY_TAG = /^[a-z]{1,3}\d?$/;

/**
 * Cuts a clean text into the words that its raw text was given with, each with its part of speech: that which was given, else
 * that of the dictionary; a word that the dictionary lacks is a noun. What belongs to no word is a part of its own.
 */
export function* givenTokens(
  segmenter: Pick<Segmenter, 'tag'>,
  { text, origins }: TracedText,
  words: readonly GivenWord[],
): Generator<Token> {
  let start = 0;
  let word = '';
  let index = -1;
  const close = (end: number): Token => ({
    word,
    pos: index < 0 ? 'x' : posOf(segmenter, word, words[index]?.pos ?? null),
    start,
    end,
  });
  let place = 0;
  let run = 0;
  for (const character of text) {
    while (origins[run] !== undefined && endOf(origins[run] as OriginRun) <= place) run += 1;
    // A line end parts words, also where it stands for what does not count.
    const belongsTo = character === '\n' ? -1 : wordAt(words, originOf(origins[run] as OriginRun, place));
    if (word !== '' && (belongsTo < 0 || belongsTo !== index)) {
      yield close(place);
      [start, word] = [place, ''];
    }
    index = belongsTo;
    word += character;
    place += 1;
  }
  if (word !== '') yield close(place);
}

const endOf = ({ start, length }: OriginRun): number => start + length;

const originOf = ({ start, origin, width }: OriginRun, place: number): number =>
  width === null ? origin + place - start : origin;

/** The number of the word that a place of the raw text is in, or -1. */
function wordAt(words: readonly GivenWord[], place: number): number {
  const at = partitionPoint(words.length, (one) => (words[one]?.start ?? 0) <= place) - 1;
  return place < (words[at]?.end ?? 0) ? at : -1;
}

function posOf(segmenter: Pick<Segmenter, 'tag'>, word: string, given: string | null): string {
  if (given !== null && DICTIONARY_TAG.test(given)) return given;
  const parts = segmenter.tag(word);
  const { tag = 'x' } = parts.at(-1) ?? {};
  // Of a word that the dictionary lacks, the last part says what it is; a name there makes no name of the whole.
  const isUnknown = tag === 'x' || (parts.length > 1 && /^n[rst]/.test(tag));
  return isUnknown && /\p{Script=Han}/u.test(word) ? 'n' : tag;
}
