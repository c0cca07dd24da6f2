import type { DictionaryLookup } from '../../model/token.js';
import { isSwappedAround, partsThatDiffer } from './differing-parts.js';

const NEGATION = /^[非不无未没反]/u;
/** What makes kinds of one thing of the words before it: 环境型, 供给型. */
const KIND = /^(?:[型性式类级化制线方侧端]|\p{Script=Han}[型性式])/u;
const IS_KIND = /[型性式类级化制线方侧端]$/u;
const NUMBER = /^[\d一二两三四五六七八九十百千万亿甲乙丙丁第A-Za-z]+/u;

/**
 * Whether two words that look alike name opposites or kinds of one thing, and so no near-synonyms, as their parts show: one
 * denies the other (非贫困户), they count (第一产业), what differs makes a word of two opposites (增收, 减收: 增减), is a
 * kind (环境型政策, 供给型政策), or stands on the two sides of what stays (以工补农, 以农补工).
 */
export function areOpposites(one: string, other: string, lookUp: DictionaryLookup): boolean {
  if (isSwappedAround(one, other)) return true;
  const { parts, after } = partsThatDiffer(one, other);
  const [a, b] = parts;
  if (a === '' || b === '') return NEGATION.test(a + b);
  if (NUMBER.test(a) && NUMBER.test(b)) return true;
  if (KIND.test(after) || (IS_KIND.test(a) && [...a].at(-1) === [...b].at(-1))) return true;
  return [...a].length === 1 && [...b].length === 1 && [a + b, b + a].some((word) => isInUse(lookUp(word)));
}

/** The dictionary gives nouns that its texts never had a frequency up to this. */
const UNSEEN = 3;

/** Whether the dictionary knows a word from texts: 城乡 is said, and 民户 is not, so 农民 and 农户 may be the same. */
function isInUse(entry: ReturnType<DictionaryLookup>): boolean {
  return entry !== undefined && (entry.frequency > UNSEEN || !entry.tag.startsWith('n'));
}

/** What stands between two things that a text sets side by side. */
const AND = '(?:[、，,和与及或跟同/／—－-]|以及)';

/**
 * Makes a pattern that finds two words, or what differs in them, set side by side in a text (环境型、供给型和需求型, 线上线下):
 * what is enumerated is not the same. Of two parts that follow each other with nothing between one may go with the other
 * (村级扶贫产业园), so something has to stand there.
 */
export function sideBySide(one: string, other: string): RegExp | null {
  const { parts, before, after } = partsThatDiffer(one, other);
  const [a, b] = parts.map(escapePattern) as [string, string];
  if (a === '' || b === '') return null;
  const tail = [...after].map((_, at) => escapePattern([...after].slice(0, at + 1).join(''))).reverse();
  const between = [
    ...(tail.length > 0 ? [`(?:${tail.join('|')})${AND}?(?:${escapePattern(before)})?`] : []),
    `${AND}(?:${escapePattern(before)})?`,
    ...(before === '' ? [] : [escapePattern(before)]),
  ].join('|');
  return new RegExp(`${a}(?:${between})${b}|${b}(?:${between})${a}`, 'u');
}

const escapePattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
