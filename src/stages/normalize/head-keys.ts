import { HAN } from '../../text/han.js';
import { isCaption } from './floats.js';
import { endsSentence, type Line } from './lines.js';

const LONGEST_HEAD = 40;
const SHORTEST_HEAD = 4;
const LETTERS_A_MISREADING = 5;

const NUMBER_BESIDE =
  /^[-－—–―·•.|]?\s?\d{1,4}\s?[-－—–―·•.|]?\s*(?=[^\d\s年月日])|(?<=[^\d\s])\s+[-－—–―·•.|]?\s?\d{1,4}\s?[-－—–―·•.|]?$/g;
const ISSUE =
  /总?第?\s?\d{1,4}\s?[卷期]|(?:19|20)\d\d\s?年?\s?(?:第?\s?\d{1,2}\s?期|\d{1,2}\s?月)|\b(?:Vol|No)\.?\s?\d{1,4}/gi;
const FULL_ISSUE = /(?:19|20)\d\d\s?年?\s?第?\s?\d{1,2}\s?期|第\s?\d{1,4}\s?卷|\bVol\.?\s?\d/i;
const ISSUE_SIGN = /[卷期]|Vol|No/i;
const MARKS = /[\s\p{P}\p{S}]+/gu;
const ORDINAL = /[\dA-Za-z一二三四五六七八九十甲乙丙丁戊上中下]/;
/** A name and a colon begin what somebody says, or a field of a form; 张三等：begins the head of a paper. */
const LABEL = new RegExp(`^[${HAN}A-Za-z\\d（）() ]{1,10}(?<!等)[：:]`, 'u');
const ITEM = /^(?:[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+\.\d|\d+[.、）)])/;
/** Words with which one speaks to somebody; the title of a journal or paper has none of them. */
const SPOKEN = /[您你咱俺]|我(?![国省市县区乡镇村校院])|[吗呢]$|几[个口亩年次人]/;
/** Words with which one asks, as a title may, too: 小农户怎样进入大市场. */
const ASKING = /什么|哪|多少|怎/;

/** What all occurrences of a running head share: its letters without page numbers, issue, blanks and marks. */
export type HeadKey = string;

/** The key of a line that may be a running head; null for one that can be none. */
export function headOf(line: Line): HeadKey | null {
  if (line.text.length > LONGEST_HEAD + 20 || endsSentence(line)) return null;
  if (LABEL.test(line.text) || ITEM.test(line.text) || isCaption(line, false)) return null;
  const hasNumbers = /\d/.test(line.text);
  const letters = hasNumbers
    ? line.text.replaceAll(ISSUE, ' ').trim().replaceAll(NUMBER_BESIDE, '')
    : line.text;
  const key = letters.replaceAll(MARKS, '');
  return key.length < SHORTEST_HEAD || key.length > LONGEST_HEAD ? null : key;
}

/** Whether the number of a page or an issue is beside the letters of a head. */
export function hasNumberBeside(line: Line): boolean {
  return headOf(line) !== line.text.replaceAll(MARKS, '');
}

/** Whether a line tells only the issue of a journal: 第42卷, 3期, Vol. 42 No. 3. */
export function isIssue({ text }: Line): boolean {
  return (
    ISSUE_SIGN.test(text) &&
    text.length <= LONGEST_HEAD &&
    text.replaceAll(ISSUE, '').replaceAll(MARKS, '') === ''
  );
}

/** Whether a line may be the name of a journal with its issue: 县域经济 2019年第4期. */
export function namesIssue(line: Line): boolean {
  return headOf(line) !== null && FULL_ISSUE.test(line.text);
}

/** Whether somebody speaks or asks in these letters. */
export function isSpoken(key: HeadKey): boolean {
  return SPOKEN.test(key);
}

/** Whether these letters ask something; only where they tear sentences are they a title. */
export function isAsked(key: HeadKey): boolean {
  return ASKING.test(key);
}

/** Whether one key is the other with a few letters read wrongly; numerals are never misread, for they tell lines apart. */
export function isMisread(key: HeadKey, other: HeadKey): boolean {
  const most = Math.floor(Math.max(key.length, other.length) / LETTERS_A_MISREADING);
  return (
    key !== other && Math.abs(key.length - other.length) <= 1 && differences(key, other) <= Math.max(most, 1)
  );
}

/** How many letters differ, one of them perhaps missing; without bound when a numeral differs. */
function differences(key: string, other: string): number {
  const [short, long] = key.length <= other.length ? [key, other] : [other, key];
  if (short.length < long.length) {
    let at = 0;
    while (at < short.length && short[at] === long[at]) at += 1;
    if (ORDINAL.test(long[at] ?? '')) return Number.POSITIVE_INFINITY;
    return 1 + differences(short.slice(at), long.slice(at + 1));
  }
  let count = 0;
  for (let at = 0; at < short.length; at += 1) {
    if (short[at] === long[at]) continue;
    if (ORDINAL.test((short[at] ?? '') + (long[at] ?? ''))) return Number.POSITIVE_INFINITY;
    count += 1;
  }
  return count;
}
