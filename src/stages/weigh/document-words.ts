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
  /** A hyphen, dot or slash: within a keyword where it stands between two words. */
  readonly joins: boolean;
  readonly endsSentence: boolean;
  readonly isStop: boolean;
  readonly isNumeral: boolean;
  /** No keyword of several words ends with it. */
  readonly endsWeakly: boolean;
  readonly isGeneric: boolean;
  readonly hasDigit: boolean;
  readonly tagClass: string;
}

const BREAK = /^(u.*|p|c|y|e|o|w|r.*)$/;
/** What the tagger takes for a pronoun and is a term: 几何, 多边, 自我. */
const NO_PRONOUN = /^[^这那此该其各每某何哪谁我你您他她它本诸怎啥].*[^们己么个]$/u;
/** Classes of tags; a tag belongs to the first that begins it. */
const TAG_CLASSES = ['ns', 'nr', 'nz', 'n', 'vn', 'v', 'a', 'x', 'eng', 'm', 'd', 'f'];
const DIGIT = /\p{Nd}/u;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const JOINER = /^[-·/–—]$/;
const SENTENCE_END = /[。！？；!?;.]/;
/** The tagger's adverbs, measures and places of two characters or more are often terms: 仿真, 增量, 南缘. */
const WEAK_END = /^[dqf]$/;
const NUMERAL =
  /^(第|百分之)?[\p{N}〇零○一二三四五六七八九十百千万亿两几多.%％]+[年月日号时点条届次章款项个名位元户人岁天]?$/u;
const LATIN_FUNCTION_WORD =
  /^(an?|the|and|or|of|in|on|at|by|to|for|from|with|as|is|are|was|were|be|been|it|its|this|that|we|their|has|have|which)$/i;

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
      found = describe(word, tag, words.length, stopWords);
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

/** What is the same of a word in every document. */
type WordFacts = Omit<DocumentWord, 'index' | 'frequency'>;

/** How many words of a tag are remembered. */
const REMEMBERED = 1 << 16;
/** What was found out about words, by tag and word: a dozen patterns for each would be tried anew in every section. */
const facts = new Map<string, Map<string, WordFacts>>();

function describe(word: string, tag: string, index: number, stopWords: ReadonlySet<string>): DocumentWord {
  let ofTag = facts.get(tag);
  if (ofTag === undefined || ofTag.size > REMEMBERED) {
    ofTag = new Map();
    facts.set(tag, ofTag);
  }
  let known = ofTag.get(word);
  if (known === undefined) {
    known = findOut(word, tag);
    ofTag.set(word, known);
  }
  return { ...known, index, frequency: 0, isStop: known.isStop || stopWords.has(word) };
}

function findOut(word: string, tag: string): WordFacts {
  const length = codePointLength(word);
  const breaks = !WORD_CHARACTER.test(word) || (BREAK.test(tag) && !(tag === 'r' && NO_PRONOUN.test(word)));
  return {
    word,
    tag,
    length,
    breaks,
    joins: JOINER.test(word),
    endsSentence: breaks && SENTENCE_END.test(word),
    isStop:
      STOP_WORDS.has(word) ||
      FUNCTION_CHARACTERS.has(word) ||
      JOINER.test(word) ||
      LATIN_FUNCTION_WORD.test(word),
    isNumeral: NUMERAL.test(word),
    endsWeakly: tag === 'm' || (WEAK_END.test(tag) && length === 1),
    isGeneric: GENERIC_WORDS.has(word),
    hasDigit: DIGIT.test(word),
    tagClass: TAG_CLASSES.find((begin) => tag.startsWith(begin)) ?? '',
  };
}
