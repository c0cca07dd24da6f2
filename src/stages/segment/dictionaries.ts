import { type Jieba, loadDictionary, requireJieba } from './load-jieba.js';

/** A jieba with words that were added, with their part of speech. */
interface Taught {
  readonly jieba: Jieba;
  readonly known: Map<string, string>;
  /** The list that it was taught last. */
  readonly by: ReadonlyMap<string, string>;
}

/** A jieba that was taught nothing. */
let plain: Jieba | undefined;
let taught: Taught | undefined;

/** Makes sure that there is a jieba with its dictionary. */
export function openDictionary(): void {
  if (taught === undefined) plain ??= openJieba();
}

/**
 * A jieba that knows the words of its dictionary and these. Nothing takes a word back but loading the dictionary again: so the
 * first words go to the jieba that is there, and whoever asks for none after that gets another, which is never taught.
 */
export function jiebaWith(words: ReadonlyMap<string, string>): Jieba {
  if (words.size === 0) {
    plain ??= openJieba();
    return plain;
  }
  if (taught?.by !== words || taught.known.size !== words.size) taught = teach(words);
  return taught.jieba;
}

function teach(words: ReadonlyMap<string, string>): Taught {
  const { jieba, known } = startFor(words);
  for (const [word, pos] of words) {
    if (!known.has(word)) jieba.insertWord(word, pos);
    known.set(word, pos);
  }
  return { jieba, known, by: words };
}

/** A jieba that knows none but these words. */
function startFor(words: ReadonlyMap<string, string>): Pick<Taught, 'jieba' | 'known'> {
  if (taught === undefined) {
    const jieba = plain ?? openJieba();
    plain = undefined;
    return { jieba, known: new Map() };
  }
  if ([...taught.known].every(([word, pos]) => words.get(word) === pos)) return taught;
  loadDictionary(taught.jieba);
  return { jieba: taught.jieba, known: new Map() };
}

function openJieba(): Jieba {
  const jieba = requireJieba();
  loadDictionary(jieba);
  return jieba;
}
