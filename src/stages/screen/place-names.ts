import type { DictionaryLookup } from '../../model/token.js';
import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';
import { cutIntoWords } from './dictionary-words.js';
import type { Divisions } from './divisions.js';

/** What stands right before and behind one occurrence of a word. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** What tells names of places from other words. */
export interface PlaceKnowledge {
  readonly lookUp: DictionaryLookup;
  readonly divisions: Divisions;
  /** Names of places that discovery found in the corpus, by their contexts and tags. */
  readonly found: ReadonlySet<string>;
}

/** What a place is, at the end of its name; 地区, 山区 or 老区 are words of their own. */
const KIND = /^(?:[省市县区旗盟州乡镇村寨屯]|社区|街道|苏木|嘎查|团场)$/;
/** A word met that often is a common one, whatever division is called so too (郊区, 矿区, 解放区). */
const COMMON = 300;
/** The kinds that no concept takes behind it, unlike 区 and 村. */
const WIDE_KIND = /^[县乡镇旗州]/;
/** Tags of single characters that make phrases: verbs, adjectives, adverbs, numbers, prepositions, directions. */
const PHRASE_TAG = /^[vadmpf]/;
/** What is counted or becomes something is no proper name: 一批网红村, 建成示范村. */
const COUNTED =
  /(?:[个批些类种处座片名多几各每\d一二两三四五六七八九十百千万]|[建变]成|成为|成了|创建|评为)$/;
/** What a place of each kind follows by name: 石坎镇桃花村, not 全镇示范村; zones of all kinds follow 省 and 市. */
const BELONGS_TO: readonly (readonly [kind: RegExp, above: RegExp])[] = [
  [/县$/, /[^全各本该我外邻][市州盟]$/],
  [/(?:[乡镇]|街道|苏木)$/, /[^全各本该我外邻][县区旗市]$/],
  [/(?:[村寨屯]|社区|嘎查)$/, /[^全各本该我外邻](?:[乡镇]|街道|苏木)$/],
];
const LIES = /^(?:位于|地处|坐落|在\p{Script=Han}{1,6}[省市县乡镇州])/u;

/**
 * Whether a word is the name of a place, or several of them in a row: what people tagged as one, a division of the list
 * with what it is (通江县, 凉山州) or, where it is no common word, without it, a name found in the corpus, or a stem and
 * what a place is (青禾县). A stem of common words makes a concept (示范村, 安置区) unless its surroundings show a place;
 * another stem makes a place unless they show that it is counted. The last character alone says nothing.
 */
export function isPlace(
  word: string,
  tag: string,
  knowledge: PlaceKnowledge,
  surroundings: () => readonly Surroundings[],
): boolean {
  // The dictionary's own tags of places are often wrong (城镇, 山区): people's say more.
  if (tag === 'ns' && knowledge.lookUp(word)?.tag !== tag) return true;
  if (isListed(word, knowledge) || isFound(word, knowledge.found)) return true;
  const characters = [...word];
  for (let at = 2; at <= characters.length - 2; at += 1) {
    const [head, rest] = [characters.slice(0, at).join(''), characters.slice(at).join('')];
    const isHead =
      isListed(head, knowledge) || (hasNameShape(head, knowledge) && hasNameStem(head, knowledge));
    if (isHead && isPlace(rest, '', knowledge, () => [])) return true;
  }
  if (isUnknown(word, knowledge) && surroundings().some(({ after }) => goesOnAsPlace(after, knowledge)))
    return true;
  const { tag: usual = 'ns' } = knowledge.lookUp(word) ?? {};
  if (!usual.startsWith('ns') || !hasNameShape(word, knowledge)) return false;
  const seen = surroundings();
  if (seen.some(({ before }) => COUNTED.test(before))) return false;
  const [, above] = BELONGS_TO.find(([kind]) => kind.test(word)) ?? [];
  const isPlaced = ({ before, after }: Surroundings) => above?.test(before) || LIES.test(after);
  return hasNameStem(word, knowledge) || seen.some(isPlaced);
}

/** Whether a division is called so; without what it is only where the word is no common one. */
function isListed(word: string, { lookUp, divisions }: PlaceKnowledge): boolean {
  const { names, beginnings, stems } = divisions;
  const entry = lookUp(word);
  const isRare = entry === undefined || entry.frequency < COMMON;
  const isName = entry === undefined || entry.tag === 'ns';
  if (names.has(word)) return isName || isRare;
  if (KIND.test(word.slice(-1)) && beginnings.has(word.slice(0, -1))) return true;
  return isName && (stems.large.has(word) || (isRare && (stems.small.has(word) || beginnings.has(word))));
}

/** Whether a name found in the corpus is called so, ends so (苔溪县, 溪县), or is the word and what it is. */
function isFound(word: string, found: ReadonlySet<string>): boolean {
  for (const name of found) {
    if (name.endsWith(word) && KIND.test(word.slice(-1))) return true;
    if (name.startsWith(word) && KIND.test(name.slice(word.length))) return true;
  }
  return false;
}

/** Whether no word of the dictionary is part of a word. */
function isUnknown(word: string, { lookUp }: PlaceKnowledge): boolean {
  return !lookUp(word) && cutIntoWords(word, lookUp).every((part) => [...part].length === 1);
}

/** Whether what is behind a word says what place it is (朔桦 in 朔桦县), and does not begin a word of its own (乡村). */
function goesOnAsPlace(after: string, { lookUp }: PlaceKnowledge): boolean {
  return WIDE_KIND.test(after) && !lookUp(after.slice(0, 2));
}

/** Whether a word is a stem of two characters or more, without function characters, and what a place is. */
function hasNameShape(word: string, { lookUp }: PlaceKnowledge): boolean {
  const parts = cutIntoWords(word, lookUp);
  const stem = parts.slice(0, -1).join('');
  const isStem = [...stem].length >= 2 && ![...stem].some((character) => FUNCTION_CHARACTERS.has(character));
  return isStem && KIND.test(parts.at(-1) ?? '');
}

/**
 * Whether the stem of a name is no phrase of common words: a rare name, or characters that no word of the
 * dictionary covers; beside a word of the dictionary they may be a verb or adjective (返乡入乡, 产粮大省).
 */
function hasNameStem(word: string, { lookUp }: PlaceKnowledge): boolean {
  const stem = cutIntoWords(word, lookUp).slice(0, -1);
  const entry = lookUp(stem.join(''));
  if (entry) return /^n[sr]/.test(entry.tag) && entry.frequency < COMMON;
  const left = stem.filter((part) => [...part].length === 1);
  const isAllLeft = left.length === stem.length;
  return left.some((part) => isAllLeft || !PHRASE_TAG.test(lookUp(part)?.tag ?? ''));
}
