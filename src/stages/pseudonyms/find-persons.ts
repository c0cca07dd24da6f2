import type { NameCandidate } from '../../model/pseudonym.js';
import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';
import { COMPOUND_SURNAMES, isSurname, SURNAMES } from '../../text/surnames.js';
import { isHan, type NameKnowledge, type TaggedWord } from './tagged-word.js';

/** What people are called behind their surname. */
const TITLE =
  '(?:第一|副|老|大|二|三|四|五|小|幺)?(?:书记|支书|主任|村长|乡长|镇长|县长|市长|区长|省长|组长|队长|社长|会长|厂长|站长|所长|局长|科长|处长|部长|院长|校长|园长|班长|' +
  '委员|干事|专干|会计|文书|经理|董事长|老板|老师|教授|医生|大夫|护士|师傅|律师|记者|警官|同志|先生|女士|小姐|夫人|' +
  '爷爷|奶奶|[伯叔姑姨舅婶嫂哥姐爷妈娘爹婆公](?:[伯叔姑姨舅婶嫂哥姐爷妈娘爹婆公子])?|总|工|某某?)';
const SURNAME = `(?:${COMPOUND_SURNAMES.join('|')}|[${SURNAMES}])`;
const TITLED = new RegExp(`^${SURNAME}${TITLE}$`, 'u');
const CALLED = new RegExp(`^[老小阿][${SURNAMES}]$`, 'u');
const SPEAKER = new RegExp(`^\\s*(${SURNAME}\\p{Script=Han}{1,3})(?=\\s*[：:])`, 'u');
/** Words behind which a name follows: 叫, and titles (老书记|莫文才). */
const INTRODUCES = new RegExp(`^(?:叫|名叫|叫做|姓|是|找|请|问|跟|和|与|由|给|${TITLE.slice(3, -1)})$`, 'u');
/** Tags of words that given names look like to the segmenter. */
const GIVEN_TAG = /^(?:n[rz]?|a|an|z|i|x|v|vn|j|t)$/;
/** How many words the longest name with a title has. */
const MOST_WORDS = 4;

/** Finds names of persons. */
export function findPersons(
  line: string,
  words: readonly TaggedWord[],
  knowledge: NameKnowledge,
): NameCandidate[] {
  const found = words.flatMap((_, at) => [
    ...taggedAt(words, at),
    ...withSurnameAt(words, at, knowledge),
    ...calledAt(words, at, knowledge),
  ]);
  const [, speaker] = SPEAKER.exec(line) ?? [];
  return speaker === undefined ? found : [person(speaker), ...found];
}

/** Names that the segmenter tagged so, or guessed with a surname: 王建国/nr, 吴小兰/x, 叫罗子轩/x. */
function taggedAt(words: readonly TaggedWord[], at: number): NameCandidate[] {
  const { word, tag } = words[at] as TaggedWord;
  if (!isHan(word, 2, 4)) return [];
  if (tag.startsWith('nr')) {
    const name = surnameBefore(words, at, word) + word;
    const first = name[0] as string;
    const start = name.length > 2 && FUNCTION_CHARACTERS.has(first) && !isSurname(first) ? 1 : 0;
    return [person(name.slice(start), !isWholeName(name))];
  }
  if (tag !== 'x' || isCalledSo(word.slice(0, 2))) return [];
  const begins = [0, 1].filter((start) => isSurname(word[start] ?? '') && word.length - start >= 2);
  return begins.slice(0, 1).map((start) => person(word.slice(start), !isWholeName(word.slice(start))));
}

/** Whether a string is a surname with a given name of one or two characters. */
function isWholeName(name: string): boolean {
  if (COMPOUND_SURNAMES.includes(name.slice(0, 2))) return name.length > 2;
  return isSurname(name[0] ?? '') && name.length < 4;
}

const isCalledSo = (name: string): boolean => CALLED.test(name) || TITLED.test(name);

/** The surname before a given name that was cut off it. */
function surnameBefore(words: readonly TaggedWord[], at: number, given: string): string {
  const before = words[at - 1]?.word ?? '';
  const isFamily = isSurname(before) || COMPOUND_SURNAMES.includes(before);
  return isFamily && given.length <= 2 ? before : '';
}

/** A surname and a word that may be a given name: 潘|光明, 叫|孙|浩然; sure only where it is introduced as one. */
function withSurnameAt(words: readonly TaggedWord[], at: number, { lookUp }: NameKnowledge): NameCandidate[] {
  const [before, family, given] = [words[at - 1], words[at] as TaggedWord, words[at + 1]];
  if (!given || given.tag === 'nr' || !isHan(given.word, 1, 2) || !GIVEN_TAG.test(given.tag)) return [];
  const name = family.word + given.word;
  const isFamily = isSurname(family.word) || COMPOUND_SURNAMES.includes(family.word);
  if (!isFamily || TITLED.test(name) || lookUp(name)) return [];
  const isIntroduced = before !== undefined && INTRODUCES.test(before.word);
  const isMostlySurname = /^(?:nr|zg)$/.test(lookUp(family.word)?.tag ?? '');
  if (!isIntroduced && !(isMostlySurname && given.word.length === 2)) return [];
  return [person(name, !isMostlySurname)];
}

/** What people are called by: 老杨, 小|刘, 小|刘去, 王|书记, 黄|副县长, 孙总叫. */
function calledAt(words: readonly TaggedWord[], at: number, { lookUp }: NameKnowledge): NameCandidate[] {
  const found: NameCandidate[] = [];
  let joined = '';
  for (const { word } of words.slice(at, at + MOST_WORDS)) {
    joined += word;
    if (joined.length > 7) break;
    if (isCalledSo(joined) && !isOtherWord(joined, lookUp)) found.push(person(joined));
  }
  const { word, tag } = words[at] as TaggedWord;
  const head = word.slice(0, 2);
  if (tag === 'x' && word.length === 3 && isCalledSo(head)) found.push(person(head));
  const next = words[at + 1];
  const called = word + (next?.word[0] ?? '');
  if (next?.tag === 'x' && next.word.length === 2 && CALLED.test(called)) found.push(person(called));
  return found;
}

function isOtherWord(word: string, lookUp: NameKnowledge['lookUp']): boolean {
  const entry = lookUp(word);
  return entry !== undefined && !entry.tag.startsWith('nr');
}

const person = (name: string, isDoubtful = false): NameCandidate => ({ name, kind: 'person', isDoubtful });

/** How somebody is called without their name: 王书记 gives A书记, 老杨 老A, a whole name A某. */
export function calledForm(name: string): (letters: string) => string {
  if (CALLED.test(name)) return (letters) => name[0] + letters;
  const [, title = '某'] = new RegExp(`^${SURNAME}(${TITLE})$`, 'u').exec(name) ?? [];
  return (letters) => letters + title;
}
