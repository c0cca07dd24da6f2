import type { DictionaryLookup } from '../../model/token.js';
import { isSurname } from '../../text/surnames.js';
import { cutIntoWords } from './dictionary-words.js';
import type { Surroundings } from './place-names.js';

const YEAR = String.raw`(?:19|20)\d\d[a-z]?(?!\s*年)`;
/** More authors between a name and what cites it: 等, 和王晓毅, 、黄承伟等, ，等. */
const OTHERS = String.raw`(?:\s*[、，,;；和与及]\s*[\p{Script=Han}A-Za-z. ·]{2,20}?)*(?:\s*[，,、]?\s*(?:等人?|et al\.?))?`;
/** 李小云（2015）, 李小云等［3］: the year or the number of the source follows. */
const CITES = new RegExp(String.raw`^${OTHERS}\s*(?:[（(]\s*${YEAR}|[［[]\s*\d)`, 'u');
/** （李小云，2015；王晓毅等，2016）: name and year stand within brackets. */
const IN_BRACKETS = new RegExp(String.raw`^${OTHERS}\s*[，,]?\s*${YEAR}\s*[）)；;，,:：]`, 'u');
const BRACKET = /[（(；;，,、和与及]\s*$/u;
/** What only an entry of a list of references has: 论贫困[J], 生态学报，2009，29（2）：74. */
const SOURCE = String.raw`(?:[［[][A-Z](?:\/[A-Z]+)?[］\]]|[,，.．。]\s*(?:19|20)\d\d\s*[,，.．;；]?\s*\d*\s*[(（:：])`;
const ENTRY = new RegExp(String.raw`^${OTHERS}\s*[.．。:：][^\n]{2,150}?${SOURCE}`, 'u');
/** The mark of an author's institution in a by-line. */
const MARK = /^\s?\\?[*＊†‡¹²³]/u;

/**
 * Whether a word is the name of an author whom the texts cite: it is built like a person's name, and at least half of
 * its occurrences are citations. People whom a case is about are not cited, so they stay.
 */
export function isCitedAuthor(
  word: string,
  tag: string,
  lookUp: DictionaryLookup,
  surroundings: () => readonly Surroundings[],
): boolean {
  if (!isPersonShaped(word, tag, lookUp)) return false;
  const seen = surroundings();
  const cited = seen.filter(isCitation).length;
  return cited > 0 && cited * 2 >= seen.length;
}

function isPersonShaped(word: string, tag: string, lookUp: DictionaryLookup): boolean {
  const { length } = [...word];
  if (length < 2 || length > 4) return false;
  if (tag.startsWith('nr')) return true;
  if (lookUp(word)) return false;
  const [first = ''] = cutIntoWords(word, lookUp);
  return isSurname(first) || lookUp(first)?.tag.startsWith('nr') === true;
}

function isCitation({ before, after }: Surroundings): boolean {
  return (
    CITES.test(after) ||
    (BRACKET.test(before) && IN_BRACKETS.test(after)) ||
    ENTRY.test(after) ||
    MARK.test(after)
  );
}
