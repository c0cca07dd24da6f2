import { createHash } from 'node:crypto';
import type { DictionaryEntry, Segmenter } from '../../model/token.js';
import { type AddedWords, joinAddedWords } from './added-words.js';
import { jiebaWith, openDictionary } from './dictionaries.js';
import { clausesOf, inPieces } from './in-pieces.js';
import { lineIndex } from './line-index.js';
import { type Jieba, readJiebaFile } from './load-jieba.js';
import { userWordCutter } from './user-words.js';

interface Tagged {
  readonly word: string;
  readonly tag: string;
}

/** How many words a segmenter remembers with their part of speech, some 15 MB. */
const REMEMBERED = 1 << 17;
/** UTF-16 units of a word beyond which it is none, but a run of letters or digits that will hardly come again. */
const LONGEST_REMEMBERED = 64;

/** What `String.prototype.toWellFormed` replaces: jieba reads UTF-8, which has no lone surrogates. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Characters that hold any number of the file of frequencies. */
const LONGEST_NUMBER = 20;

/** The text of jieba's own dictionary and where its words stand, once somebody has asked. */
let dictionary: { readonly text: string; readonly find: (word: string) => number } | undefined;

/** What `shippedIdf` gives, once somebody has asked. */
let idf: ((word: string) => number) | undefined;

/**
 * Opens jieba (1–1.7 s and 300 MB once per process; again as much where segmenters with and without added words live side by
 * side). Those with different words may live side by side too, but changing from one to another loads the dictionary again.
 * Throws UserError `segment/addon-missing` when nodejieba is not built or its dictionaries are not there.
 */
export function openSegmenter(): Segmenter {
  const words = new Map<string, string>();
  const added: AddedWords & { longest: number } = { pos: words, longest: 0 };
  const tagged = new Map<string, Tagged>();
  let cutAtUserWords = userWordCutter([]);
  openDictionary();

  function* tagPieces(text: string): Generator<readonly Tagged[]> {
    for (const piece of inPieces(text)) yield tagPiece(jiebaWith(words), piece, tagged);
  }
  function* tagInPieces(text: string): Generator<readonly Tagged[]> {
    for (const { text: stretch, pos } of cutAtUserWords(text.replace(LONE_SURROGATE, '\ufffd'))) {
      if (pos !== undefined) yield [{ word: stretch, tag: pos }];
      else if (words.size === 0) yield* tagPieces(stretch);
      else yield* joinAddedWords<Tagged>(tagPieces(stretch), added, (word, tag) => ({ word, tag }));
    }
  }
  const cutStretch = (stretch: string): readonly string[] => {
    const cut = inPieces(stretch).flatMap((piece) => jiebaWith(words).cut(piece, false));
    const parts = complete(stretch, cut, (part) => part).map((word) => ({ word }));
    return [...joinAddedWords([parts], added, (word) => ({ word }))].flat().map(({ word }) => word);
  };

  return {
    tag: (text) => {
      const [first = [], ...others] = tagInPieces(text);
      return others.length === 0 ? first : [first, ...others].flat();
    },
    tagInPieces,
    cut: (text) =>
      [...cutAtUserWords(text.replace(LONE_SURROGATE, '\ufffd'))].flatMap(({ text: stretch, pos }) =>
        pos === undefined ? cutStretch(stretch) : [stretch],
      ),
    addWords: (additions) => {
      tagged.clear();
      for (const { word, pos } of additions) {
        if (words.has(word)) continue;
        words.set(word, pos);
        added.longest = Math.max(added.longest, word.length);
      }
    },
    keepWords: (userWords) => {
      cutAtUserWords = userWordCutter(userWords);
    },
    inDictionary,
  };
}

/**
 * Whether a word stands in jieba's own dictionary; to know that, jieba need not be loaded.
 * Throws UserError `segment/addon-missing` when the dictionary is not there.
 */
export function inDictionary(word: string): boolean {
  return readDictionary().find(word) >= 0;
}

/** Finds how often jieba's own dictionary has met a word, and its tag there; undefined for an unknown one. */
export function dictionaryEntry(word: string): DictionaryEntry | undefined {
  const { text, find } = readDictionary();
  const at = find(word);
  if (at < 0) return undefined;
  const end = text.indexOf('\n', at);
  const [frequency, tag = ''] = text
    .slice(at, end < 0 ? undefined : end)
    .trimEnd()
    .split(' ');
  return { frequency: Number(frequency), tag };
}

function readDictionary(): NonNullable<typeof dictionary> {
  if (dictionary) return dictionary;
  const text = readJiebaFile('dict').toString();
  dictionary = { text, find: lineIndex(text) };
  return dictionary;
}

/** The sha256 in hex of the files that say how jieba cuts, tags and weighs. */
export function dictionaryHash(): string {
  const hash = createHash('sha256');
  for (const name of ['dict', 'hmmDict', 'userDict', 'idfDict'] as const) {
    hash.update(readJiebaFile(name));
  }
  return hash.digest('hex');
}

/** Inverse document frequencies shipped with jieba; a word it does not know gets their median. */
export function shippedIdf(): (word: string) => number {
  idf ??= readIdf(readJiebaFile('idfDict').toString());
  return idf;
}

function readIdf(text: string): (word: string) => number {
  const find = lineIndex(text);
  const valueAt = (offset: number): number => Number.parseFloat(text.slice(offset, offset + LONGEST_NUMBER));
  const values: number[] = [];
  for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
    values.push(valueAt(space + 1));
  }
  const median = Float64Array.from(values).sort()[values.length >> 1] as number;
  return (word) => {
    const at = find(word);
    return at < 0 ? median : valueAt(at);
  };
}

/**
 * What `jieba.tag` gives, in half its time: jieba cuts, then looks up each word by itself, and making the object of a
 * word costs more than cutting it. Words that were met before are not looked up again.
 */
function tagPiece(jieba: Jieba, text: string, tagged: Map<string, Tagged>): readonly Tagged[] {
  if (tagged.size > REMEMBERED) tagged.clear();
  const words = jieba.cut(text, true);
  checkWhole(text, words.join(''));
  return words.map((word) => {
    const known = tagged.get(word);
    if (known) return known;
    const part = learnTag(jieba, word, text);
    if (word.length <= LONGEST_REMEMBERED) tagged.set(word, part);
    return part;
  });
}

/** A word with its tag; one that jieba cuts where it stands alone is looked for in its text. */
function learnTag(jieba: Jieba, word: string, text: string): Tagged {
  const [alone, ...others] = jieba.tag(word);
  if (alone && others.length === 0) return alone;
  for (const clause of clausesOf(text)) {
    const found = clause.includes(word) ? jieba.tag(clause).find((part) => part.word === word) : undefined;
    if (found) return found;
  }
  throw new Error(`segmenter no longer finds ${JSON.stringify(word)}`);
}

/** The parts of a text, after making sure that they are the whole of it. */
export function complete<T>(text: string, parts: readonly T[], word: (part: T) => string): readonly T[] {
  checkWhole(text, parts.map(word).join(''));
  return parts;
}

function checkWhole(text: string, joined: string): void {
  if (joined !== text)
    throw new Error(`segmenter changed ${JSON.stringify(text)} to ${JSON.stringify(joined)}`);
}
