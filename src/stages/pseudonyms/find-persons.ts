import type { NameCandidate } from '../../model/pseudonym.js';
import type { DictionaryLookup } from '../../model/token.js';
import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';
import { COMPOUND_SURNAMES, FURTHER_SURNAMES, isSurname } from '../../text/surnames.js';
import { isHan, type NameKnowledge, type TaggedWord } from './tagged-word.js';

/** What people are called behind their surname. */
const TITLE =
  '(?:第一|副|老|大|二|三|四|五|小|幺)?(?:书记|支书|主任|主席|村长|乡长|镇长|县长|市长|区长|省长|组长|队长|社长|会长|厂长|站长|所长|局长|科长|处长|部长|院长|校长|园长|班长|' +
  '委员|干事|专干|会计|文书|经理|董事长|老板|老师|教授|医生|大夫|护士|师傅|律师|记者|警官|同志|先生|女士|小姐|夫人|' +
  '爷爷|奶奶|[伯叔姑姨舅婶嫂哥姐爷妈娘爹婆公](?:[伯叔姑姨舅婶嫂哥姐爷妈娘爹婆公子])?|阿[姨公婆妈]|总|工|某某?)';
const IS_TITLE = new RegExp(`^${TITLE}$`, 'u');
const SPEAKER = /^\s*(\p{Script=Han}{2,4})(?=\s*[：:])/u;
/** Words behind which a name follows, beside titles. */
const INTRODUCES = /^(?:叫|名叫|叫做|姓|是|找|请|问|跟|和|与|由|给)$/;
/** Tags of words that given names look like to the segmenter. */
const GIVEN_TAG = /^(?:n[rsz]?|a|an|z|i|x|v|vn|j|t)$/;
/** Tags that the dictionary gives characters which are surnames and little else, and those which are rather verbs. */
const MOSTLY_SURNAME = /^(?:nr|zg)$/;
const NO_SURNAME = /^[vpmd]/;
/** How many words the longest name with a title has, and how many characters. */
const MOST_WORDS = 4;
const LONGEST = 7;

/** Finds names of persons. */
export function findPersons(
  line: string,
  words: readonly TaggedWord[],
  { lookUp }: NameKnowledge,
): NameCandidate[] {
  const found = words.flatMap((_, at) => [
    ...taggedAt(words, at, lookUp),
    ...withSurnameAt(words, at, lookUp),
    ...calledAt(words, at, lookUp),
  ]);
  const [, speaker = ''] = SPEAKER.exec(line) ?? [];
  const isName = familyOf(speaker, lookUp) !== '' && !lookUp(speaker);
  return isName ? [person(speaker), ...found] : found;
}

/** The surname that a string begins with: a common one, or one that the dictionary has as such; empty for none. */
function familyOf(name: string, lookUp: DictionaryLookup): string {
  const pair = name.slice(0, 2);
  if (COMPOUND_SURNAMES.includes(pair)) return pair;
  const first = name[0] ?? '';
  const isOne = isSurname(first) || FURTHER_SURNAMES.includes(first) || lookUp(first)?.tag === 'nr';
  return first !== '' && isOne ? first : '';
}

/** What somebody is called by behind or before their surname: 书记 (王书记), 老 (老杨); null for any other string. */
function callingOf(name: string, lookUp: DictionaryLookup): { before: string; behind: string } | null {
  const family = familyOf(name, lookUp);
  if (family !== '' && IS_TITLE.test(name.slice(family.length)))
    return { before: '', behind: name.slice(family.length) };
  const isKnown =
    name[0] === '阿' ? isHan(name, 2, 2) && !lookUp(name) : familyOf(name.slice(1), lookUp) !== '';
  const isNick = name.length === 2 && /^[老小阿]/u.test(name) && isKnown;
  return isNick ? { before: name[0] as string, behind: '' } : null;
}

/** How somebody is called without their name: 王书记 gives A书记, 老杨 老A, a whole name A某. */
export function calledForm(name: string, lookUp: DictionaryLookup): (letters: string) => string {
  const { before, behind } = callingOf(name, lookUp) ?? { before: '', behind: '某' };
  return (letters) => before + letters + behind;
}

/** Names that the segmenter tagged so, or guessed with a surname: 王建国/nr, 吴小兰/x, 叫罗子轩/x. */
function taggedAt(words: readonly TaggedWord[], at: number, lookUp: DictionaryLookup): NameCandidate[] {
  const { word, tag } = words[at] as TaggedWord;
  if (!isHan(word, 1, 4)) return [];
  if (tag.startsWith('nr')) {
    const before = words[at - 1]?.word ?? '';
    const name = (word.length <= 2 && familyOf(before, lookUp) === before ? before : '') + word;
    const [first = ''] = name;
    const start = name.length > 2 && FUNCTION_CHARACTERS.has(first) && !isSurname(first) ? 1 : 0;
    return name.length > 1 ? [person(name.slice(start), !isWholeName(name, lookUp))] : [];
  }
  if (tag !== 'x' || callingOf(word.slice(0, 2), lookUp)) return [];
  const begins = [0, 1].filter(
    (start) => word.length - start >= 2 && familyOf(word.slice(start), lookUp) !== '',
  );
  return begins
    .slice(0, 1)
    .map((start) => person(word.slice(start), !isWholeName(word.slice(start), lookUp)));
}

/**
 * Whether a string is a surname with a given name of one or two characters, and hardly anything else: of two characters only
 * where the first is mostly a surname and the whole no word (王强; not 孙子, 刘家, 包抓), of three where it is no verb (向摆摊).
 */
function isWholeName(name: string, lookUp: DictionaryLookup): boolean {
  const family = familyOf(name, lookUp);
  if (family.length === 2) return name.length > 2;
  if (family === '' || name.length > 3) return false;
  const isWord = lookUp(name) !== undefined;
  const { tag = '' } = lookUp(family) ?? {};
  if (name.length === 2) return MOSTLY_SURNAME.test(tag) && !isWord && !/[家氏]$/u.test(name);
  return isWord || !NO_SURNAME.test(tag);
}

/** The surname that a word is, or that an unknown one ends with (叫庄|志远); empty for none. */
function familyAtEnd({ word, tag }: TaggedWord, lookUp: DictionaryLookup): string {
  const isLed = tag === 'x' && word.length === 2 && !callingOf(word, lookUp);
  const own = isLed ? word.slice(1) : word;
  return familyOf(own, lookUp) === own ? own : '';
}

/** A surname and what may be a given name: 潘|光明, 叫|韩|铁柱, 任|桂|香; sure only where the first is mostly a surname. */
function withSurnameAt(words: readonly TaggedWord[], at: number, lookUp: DictionaryLookup): NameCandidate[] {
  const family = familyAtEnd(words[at] as TaggedWord, lookUp);
  const [before, given, more] = [words[at - 1], words[at + 1], words[at + 2]];
  if (!given || family === '' || !isHan(given.word, 1, 2)) return [];
  const isInTwo =
    given.word.length === 1 &&
    /^nr/.test(given.tag) &&
    /^n/.test(more?.tag ?? '') &&
    isHan(more?.word ?? '', 1, 1);
  if (isInTwo) return [person(family + given.word + more?.word)];
  const name = family + given.word;
  if (given.tag === 'nr' || !GIVEN_TAG.test(given.tag) || callingOf(name, lookUp) || lookUp(name)) return [];
  const isLed = family !== words[at]?.word;
  const isIntroduced =
    isLed || (before !== undefined && (INTRODUCES.test(before.word) || IS_TITLE.test(before.word)));
  const isMostlySurname = MOSTLY_SURNAME.test(lookUp(family)?.tag ?? '');
  if (!isIntroduced && !(isMostlySurname && given.word.length === 2)) return [];
  return [person(name, !isMostlySurname)];
}

/** What people are called by: 老杨, 小|刘, 小|刘去, 王|书记, 黄|副县长, 孙总叫. */
function calledAt(words: readonly TaggedWord[], at: number, lookUp: DictionaryLookup): NameCandidate[] {
  const found: NameCandidate[] = [];
  const first = words[at] as TaggedWord;
  const begin = familyAtEnd(first, lookUp) || first.word;
  let joined = '';
  for (const word of [begin, ...words.slice(at + 1, at + MOST_WORDS).map((one) => one.word)]) {
    joined += word;
    if (joined.length > LONGEST) break;
    if (callingOf(joined, lookUp) && !isOtherWord(joined, lookUp)) found.push(person(joined));
  }
  const { word, tag } = first;
  const next = words[at + 1];
  const head = tag === 'x' && word.length === 3 ? word.slice(0, 2) : '';
  const nick = next?.tag === 'x' && next.word.length === 2 && word.length === 1 ? word + next.word[0] : '';
  for (const called of [head, nick]) if (callingOf(called, lookUp)) found.push(person(called));
  return found;
}

function isOtherWord(word: string, lookUp: DictionaryLookup): boolean {
  const entry = lookUp(word);
  return entry !== undefined && !entry.tag.startsWith('nr');
}

/** The given names of whole names, by which friends call each other: 秋菊 of 郑秋菊; they may as well be words (光明). */
export function givenNames(names: readonly NameCandidate[], { lookUp }: NameKnowledge): NameCandidate[] {
  return names.flatMap(({ name, kind }) => {
    const family = familyOf(name, lookUp);
    const isWhole = kind === 'person' && family !== '' && name.length === family.length + 2;
    return isWhole && !callingOf(name, lookUp) ? [person(name.slice(family.length), true)] : [];
  });
}

const person = (name: string, isDoubtful = false): NameCandidate => ({ name, kind: 'person', isDoubtful });
