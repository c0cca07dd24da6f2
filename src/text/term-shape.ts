import {
  CLAUSE_OPENERS,
  FURNITURE,
  HEADS,
  LIGHT_VERBS,
  NO_BEGINNING,
  NO_ENDING,
  NOWHERE,
  OBJECT_VERBS,
} from './clause-words.js';
import { codePointLength } from './code-points.js';
import { FUNCTION_CHARACTERS } from './function-characters.js';

interface Part {
  readonly word: string;
  readonly tag: string;
}

/** Grammar words that a term does not span: conjunctions, particles, pronouns, interjections. */
const JOINT = /^(c|u.*|r|y|e|o)$/;
/** What a term does not begin with: besides those, prepositions, places, measures, suffixes. */
const NO_BEGIN = /^(c|u.*|r|y|e|o|p|f|q|k)$/;
/** What a term does not end with: besides those, adverbs. */
const NO_END = /^(c|u.*|r|y|e|o|p|f|q|d|h)$/;

/** What only stands before a noun: 大中型, 高级, 国有; 知识型. */
const ATTRIBUTIVE = 'b';
const OF_A_TYPE = /^..+型$/u;

/** A number with its measure. */
const COUNT = /^[一二三四五六七八九十百千两几多半]+[个块位名家次年天岁元条口亩斤回遍里处件张间届种项]$/u;
/** For how long, not when: 三年行动计划. */
const YEARS = /^[一二三四五六七八九十两]{1,2}年$/u;
/** Tags of numerals and measures. */
const AMOUNT = /^[mq]$/;
const STARTS_WITH_NUMERAL = /^[一二三四五六七八九十百千两几]/u;
/** 第一款, 十几亿: what only refers or counts; 千万 also names (千万工程). */
const PROVISION_OR_SUM = /^(?:第.+[款条项]|[一二三四五六七八九十两几].+[万亿])$/u;
/** 村里, 会上: a place or a time rather than the thing. */
const PLACE_WORD = /^(?!初中|高中).[上里中内]$/u;
/** Verbs and adjectives of one character that end a clause; others (带, 锁, 卡) end coinages as nouns. */
const PREDICATES: ReadonlySet<string> = new Set('做坐教签挂开放看吃走要想去来高低多少好大小满送退抓占内外');

/** Tags of nouns, of verbs and adjectives used as such, and of places. */
const NOUN = /^(n|vn|an|s)/;

/** What only says how something is: 和谐稳定, 优质高效. */
const QUALITY = /^(a|ad|b|z)$/;
/** A number of two digits or more. */
const NUMBER = /^[分之第〇零一二三四五六七八九十百千万亿两]{2,}$/u;

const ACTING = [LIGHT_VERBS, CLAUSE_OPENERS, OBJECT_VERBS];
const BEFORE_ACTING = [...ACTING, NOWHERE, NO_BEGINNING];

/** Denied, or a lot: such an end tells (能力不强, 脱贫一批), except of things counted (五个一批). */
const TELLING = /^(?:不[强高低大多够好全齐畅清准稳]|一批)$/u;

/** Whether a term may begin with this token; of a guessed one (tag x) the first character decides. */
export function mayBeginTerm({ word, tag }: Part): boolean {
  return !NO_BEGIN.test(tag) && !FUNCTION_CHARACTERS.has(tag === 'x' ? (word[0] as string) : word);
}

/** Whether a term may end with this token; of a guessed one the last character decides. */
export function mayEndTerm({ word, tag }: Part): boolean {
  return !NO_END.test(tag) && !FUNCTION_CHARACTERS.has(tag === 'x' ? (word.at(-1) as string) : word);
}

/** Whether a string of one word or several has the build of a term rather than of a clause. */
export function isTermShaped(parts: readonly Part[]): boolean {
  const first = parts[0] as Part;
  if (parts.length < 2) return !isIdiomOfActing(first.word);
  return (
    !opensClause(parts) &&
    !endsClause(parts) &&
    !isCount(parts) &&
    !parts.every(({ tag }) => QUALITY.test(tag)) &&
    !parts.some(({ word, tag }) => JOINT.test(tag) || NOWHERE.has(word))
  );
}

/** Whether a string consists of general words alone, as headings of reports do (对策建议, 路径选择). */
export function isFurniture(parts: readonly Part[]): boolean {
  return parts.every(({ word }) => FURNITURE.has(word));
}

function opensClause(parts: readonly Part[]): boolean {
  const [{ word }, second] = parts as [Part, Part];
  return (
    LIGHT_VERBS.has(word) ||
    NO_BEGINNING.has(word) ||
    CLAUSE_OPENERS.has(word) ||
    PROVISION_OR_SUM.test(word) ||
    isIdiomOfActing(word) ||
    (word.length === 4 && LIGHT_VERBS.has(word.slice(0, 2))) ||
    (OBJECT_VERBS.has(word) && (hasObject(parts) || !isHead((parts.at(-1) as Part).word))) ||
    second.word === '好'
  );
}

function endsClause(parts: readonly Part[]): boolean {
  const last = parts.at(-1) as Part;
  const { word, tag } = last;
  return (
    LIGHT_VERBS.has(word) ||
    NO_ENDING.has(word) ||
    PREDICATES.has(word) ||
    isIdiomOfActing(word) ||
    (word.length === 4 && NOWHERE.has(word.slice(0, 2))) ||
    tag === ATTRIBUTIVE ||
    OF_A_TYPE.test(word) ||
    PLACE_WORD.test(word) ||
    (!STARTS_WITH_NUMERAL.test((parts[0] as Part).word) && (tells(last) || isAmount(last)))
  );
}

/** Counts things (三个方面) rather than naming what is counted (五个一批, 四个不摘) or planned (三年规划). */
function isCount(parts: readonly Part[]): boolean {
  const first = parts[0] as Part;
  const last = parts.at(-1) as Part;
  return (
    (COUNT.test(first.word) || parts.every(({ tag }) => AMOUNT.test(tag))) &&
    !(YEARS.test(first.word) && HEADS.has(last.word.slice(-2))) &&
    !STARTS_WITH_NUMERAL.test(last.word) &&
    !last.word.startsWith('不')
  );
}

/** What is guessed to begin with 不 denies, too (摘帽不摘); known words name things (不足, 不锈钢). */
function tells({ word, tag }: Part): boolean {
  return TELLING.test(word) || (tag === 'x' && word.startsWith('不'));
}

/** 金额百分之五十, 财政五年. */
function isAmount({ word, tag }: Part): boolean {
  return COUNT.test(word) || (tag === 'm' && NUMBER.test(word));
}

/** A noun between a verb and a measure is what the verb is about: 调整经济结构, not 调整方案. */
function hasObject(parts: readonly Part[]): boolean {
  return parts.slice(1, -1).some(({ tag }) => NOUN.test(tag));
}

/** Words of acting that the dictionary has as one: 充分发挥, 不断加强; not 技术支持, 开发利用. */
function isIdiomOfActing(word: string): boolean {
  if (word.length !== 4) return false;
  const [head, tail] = [word.slice(0, 2), word.slice(2)];
  return (
    BEFORE_ACTING.some((words) => words.has(head)) &&
    ACTING.some((verbs) => verbs.has(tail)) &&
    !(OBJECT_VERBS.has(head) && OBJECT_VERBS.has(tail))
  );
}

/** One character ends a compound (恢复期, 发展观). */
function isHead(word: string): boolean {
  return HEADS.has(word) || codePointLength(word) === 1;
}
