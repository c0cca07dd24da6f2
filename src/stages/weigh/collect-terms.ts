import type { CaseTerm } from '../../model/candidate.js';
import type { Token } from '../../model/token.js';
import { HEADS } from '../../text/clause-words.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { isTermShaped } from '../../text/term-shape.js';
import { GENERIC_WORDS, STOP_WORDS } from './word-lists.js';

/** Tags of new words that are names of persons and places. */
const NAME = /^n[rs]_new$/;
/** Tags of nouns, verbs, adjectives, idioms and abbreviations; names of persons and places are none. */
const CONTENT = /^(n|nz|nt|vn|v|a|an|i|l|j)$/;
/** Tags of what goes before a noun within a phrase, and of what goes on after one. */
const LEADS = /^(n\w*|an?|b|[zslikh]|zg)$/;
const GOES_ON = /^(n\w*|an?|b|[zslikhj]|zg|vn)$/;
/** What stands beside a quotation is a piece of the phrase around it: 错误 of “左”倾错误. */
const QUOTE_ENDS = /[”’」』》]$/u;
const QUOTE_BEGINS = /^[“‘「『《]/u;
const HAN_OR_LETTER = /[\p{Script=Han}\p{L}]{2}/u;
const NUMERAL = /^[\p{N}〇零一二三四五六七八九十百千万亿两几多余.%％]+$/u;

/** What people say of words, for looking them up. */
interface VocabularyWords {
  readonly userWords: ReadonlySet<string>;
  readonly stopWords: ReadonlySet<string>;
}

/** A term while its occurrences are counted. */
type Term = { -readonly [Key in keyof Omit<CaseTerm, 'caseId' | 'word'>]: CaseTerm[Key] };

const NO_WORDS: VocabularyWords = { userWords: new Set(), stopWords: new Set() };

/**
 * The words of one case that may become keywords, with their frequency there: content words of two characters
 * at least, new words and those of the user dictionary, without names, stop words, general words and numbers.
 * Ordered by code point.
 */
export function collectTerms(
  caseId: string,
  tokens: Iterable<Token>,
  isNew: (word: string) => boolean,
  { userWords, stopWords }: VocabularyWords = NO_WORDS,
): CaseTerm[] {
  const terms = new Map<string, Term>();
  const termOf = ({ word, pos }: Token): Term | undefined => {
    const known = terms.get(word);
    if (known || stopWords.has(word)) return known;
    const fresh = isNew(word);
    const wanted = userWords.has(word) || (fresh ? !NAME.test(pos) : mayBeKeyword(word, pos));
    if (!wanted) return undefined;
    const term = { pos, frequency: 0, begins: 0, ends: 0, isNew: fresh };
    terms.set(word, term);
    return term;
  };
  let before: Term | undefined;
  let leads = false;
  for (const token of tokens) {
    if (before && !goesOn(token)) before.ends += 1;
    const term = termOf(token);
    if (term) {
      term.frequency += 1;
      if (!leads) term.begins += 1;
    }
    before = term;
    leads = LEADS.test(token.pos) || QUOTE_ENDS.test(token.word);
  }
  if (before) before.ends += 1;
  return [...terms]
    .map(([word, term]) => ({ caseId, word, ...term }))
    .sort((a, b) => compareByCodePoint(a.word, b.word));
}

/** Whether the phrase before a token may go on with it; the tagger takes some nouns (行为) for verbs. */
function goesOn({ word, pos }: Token): boolean {
  return GOES_ON.test(pos) || HEADS.has(word) || QUOTE_BEGINS.test(word);
}

function mayBeKeyword(word: string, pos: string): boolean {
  return (
    CONTENT.test(pos) &&
    HAN_OR_LETTER.test(word) &&
    !NUMERAL.test(word) &&
    !STOP_WORDS.has(word) &&
    !GENERIC_WORDS.has(word) &&
    isTermShaped([{ word, tag: pos }])
  );
}
