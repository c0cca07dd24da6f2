import { codePointLength } from '../../text/code-points.js';
import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';
import { foldCase } from './letter-case.js';
import { GENERIC_WORDS, STOP_WORDS } from './word-lists.js';

/** A word with its part of speech. */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** What is the same of a word in every document. */
export interface WordFacts extends TaggedWord {
  /** In code points. */
  readonly length: number;
  readonly idf: number;
  /** No keyword goes beyond it: punctuation and function words. */
  readonly breaks: boolean;
  /** A hyphen, dot or slash: within a keyword where it stands between two words. */
  readonly joins: boolean;
  readonly endsSentence: boolean;
  readonly isStop: boolean;
  readonly isNumeral: boolean;
  /** No keyword of several words ends with it. */
  readonly endsWeakly: boolean;
  readonly isGeneric: boolean;
  /** Whether the dictionary has it. */
  readonly isKnown: boolean;
  readonly isNoun: boolean;
  readonly isVerb: boolean;
  readonly tagClass: string;
}

const BREAK = /^(u.*|p|c|y|e|o|w|r.*)$/;
/** What the tagger takes for a pronoun and is a term: 几何, 多边, 自我. */
const NO_PRONOUN = /^[^这那此该其各每某何哪谁我你您他她它本诸怎啥].*[^们己么个]$/u;
/** Classes of tags; a tag belongs to the first that begins it. */
const TAG_CLASSES = ['ns', 'nr', 'nz', 'n', 'vn', 'v', 'eng'];
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const JOINER = /^[-·/–—]$/;
const SENTENCE_END = /[。！？；!?;.]/;
/** The tagger's adverbs, measures and places of two characters or more are often terms: 仿真, 增量, 南缘. */
const WEAK_END = /^[dqf]$/;
const NUMERAL =
  /^(第|百分之)?[\p{N}〇零○一二三四五六七八九十百千万亿两几多.%％]+[年月日号时点条届次章款项个名位元户人岁天]?$/u;
const LATIN_FUNCTION_WORD =
  /^(an?|the|and|or|of|in|on|at|by|to|for|from|with|as|is|are|was|were|be|been|it|its|this|that|we|their|has|have|which)$/i;

/** How many words are remembered. */
const REMEMBERED = 1 << 17;

/**
 * Finds out about words, and remembers it: a dozen patterns for each word would be tried again in every text.
 * `stopWords` are the user's own, without capitals.
 */
export function wordFacts(
  idf: (word: string) => number,
  inDictionary: (word: string) => boolean,
  stopWords: ReadonlySet<string>,
): (tagged: TaggedWord) => WordFacts {
  const facts = new Map<string, WordFacts>();
  return ({ word, tag }) => {
    const known = facts.get(word);
    if (known?.tag === tag) return known;
    if (facts.size > REMEMBERED) facts.clear();
    const found = findOut(word, tag, { idf: idf(word), isKnown: inDictionary(word) }, stopWords);
    facts.set(word, found);
    return found;
  };
}

function findOut(
  word: string,
  tag: string,
  known: Pick<WordFacts, 'idf' | 'isKnown'>,
  stopWords: ReadonlySet<string>,
): WordFacts {
  const length = codePointLength(word);
  const breaks = !WORD_CHARACTER.test(word) || (BREAK.test(tag) && !(tag === 'r' && NO_PRONOUN.test(word)));
  const isJoiner = JOINER.test(word);
  return {
    word,
    tag,
    ...known,
    length,
    breaks,
    joins: isJoiner,
    endsSentence: breaks && SENTENCE_END.test(word),
    isStop:
      STOP_WORDS.has(word) ||
      stopWords.has(foldCase(word)) ||
      FUNCTION_CHARACTERS.has(word) ||
      isJoiner ||
      LATIN_FUNCTION_WORD.test(word),
    isNumeral: NUMERAL.test(word),
    endsWeakly: tag === 'm' || (WEAK_END.test(tag) && length === 1),
    isGeneric: GENERIC_WORDS.has(word),
    isNoun: tag.startsWith('n'),
    isVerb: tag.startsWith('v'),
    tagClass: TAG_CLASSES.find((begin) => tag.startsWith(begin)) ?? '',
  };
}
