import type { RegionKind } from '../../../model/region.js';
import { hasChapterMark, hasHan, hasSentence, type LineKinds, type RegionLine } from './region-line.js';

const NUMBER =
  '(?:\\d{1,2}(?:\\.\\d)*[.、．]?|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\\d]+[）)])?';
const NAME =
  '(?:(?:主要|重要)?(?:参\\s*考|引\\s*用|征\\s*引)\\s*(?:文\\s*献|资\\s*料|书\\s*目)|文\\s*献|(?:尾\\s*)?注\\s*释|[尾脚附]\\s*注|references?(?: and notes)?|bibliography|works cited|literature cited|notes)';
const TITLE = new RegExp(
  `^[\\s【［[（(]*${NUMBER}\\s*${NAME}(?:\\s*(?:与|及|和)\\s*${NAME})?\\s*(?:[（(]\\s*references?\\s*[）)])?[\\s】］\\])）：:]*$`,
  'i',
);
const TITLE_AND_ENTRY =
  /^[\s【［[]*(?:主要)?参\s*考\s*文\s*献\s*[】］\]]?\s*[：:]?\s*(?=[[［【(（]?1[\]］】)）.、]|[[［])/;
const TYPE_CODE = /[[［]\s?(?:[JMDNCRSPGZ]|[A-Z]{1,2}\s?[/／]\s?O\s?[LI])\s?[\]］J]|[[［][JMDNCRSPG][.．]/;
/** OCR takes zeros and ones for letters. */
const YEAR = '(?:1[89]|2[0Oo])[\\dOol]{2}';
const PUBLISHED = new RegExp(
  [
    `${YEAR}[a-z]?\\s*[,，;；(（:：.]\\s*[^。；]{0,12}\\d+\\s*[-–—~－一]\\s*\\d+`,
    `[(（]\\s*${YEAR}[a-z]?\\s*[)）]\\s*[.．,，:]`,
    `[.．]\\s*${YEAR}[a-z]?\\s*[.．]`,
    `[\\d,，.．]\\s*${YEAR}\\s*[,，]\\s*\\d+\\s*(?:[(（]\\s*\\d|[:：])`,
    `出版(?:社|公司|中心)\\s*[,，]?\\s*${YEAR}`,
    `》[,，]?[^。]{0,30}${YEAR}年(?:第?\\s*\\d+\\s*期|版|\\d{1,2}月)`,
    `[Pp]ress[,，.]?\\s*${YEAR}`,
    `报[,，（(]\\s*${YEAR}[-年]`,
    `[,，.]\\s*${YEAR}\\s*[.．]?$`,
    'et\\s?al\\s?[.,]',
    'https?:\\s?/',
    'doi\\s?[:：.]',
  ].join('|'),
);
const NUMBERED = /^(?:[[［〔【(（]\s*(\d{1,3})\s*[\]］〕】)）]|(\d{1,3})\s*[.、．]?\s*(?=[^\d.%年月日]))/;
const CIRCLED = /^[①-⑳]/;
const NEW_PART =
  /^(?:附\s*[录件表]|致\s*谢|后\s*记|作者简介|个人简历|攻读|在学期间|abstract|appendix|acknowledg|摘\s*要)/i;
const FIRST_CIRCLED = 0x2460;
/** Pieces of an entry that a page end tore off stand between two entries, no more than so many. */
const WIDEST_GAP = 3;
const FEWEST_WITHOUT_TITLE = 3;
const LONGEST_WEAK_ENTRY = 400;

/** Lists of references and notes: under their title as far as entries go, also without one when several follow. */
export function findReferences(lines: readonly RegionLine[]): LineKinds {
  const found = new Map<number, RegionKind>();
  for (let at = 0; at < lines.length; at += 1) {
    const { text } = lines[at] as RegionLine;
    const isTitle = TITLE.test(text);
    const first = isTitle ? at + 1 : at;
    if (!isTitle && !TITLE_AND_ENTRY.test(text) && !beginsRun(lines, at)) continue;
    const end = endOfList(lines, first);
    if (end === first) continue;
    for (let line = at; line < end; line += 1) found.set(line, 'references');
    at = end - 1;
  }
  return found;
}

/** Whether a line reads as an entry of a bibliography without a list around it: it says where and when it was published. */
export function isPublication(text: string): boolean {
  return TYPE_CODE.test(text) || PUBLISHED.test(text);
}

function beginsRun(lines: readonly RegionLine[], at: number): boolean {
  for (let next = at; next < at + FEWEST_WITHOUT_TITLE; next += 1) {
    const text = lines[next]?.text ?? '';
    const isMarked = NUMBERED.test(text) || CIRCLED.test(text);
    if (!TYPE_CODE.test(text) && !(isMarked && PUBLISHED.test(text))) return false;
    if (lines[next]?.mark !== undefined) return false;
  }
  return true;
}

function endOfList(lines: readonly RegionLine[], first: number): number {
  let end = first;
  let number = 0;
  for (let at = first; at < lines.length && at - end <= WIDEST_GAP; at += 1) {
    const line = lines[at] as RegionLine;
    if (line.mark === 'table' || line.mark === 'caption') continue;
    const { text } = line;
    const own = numberOf(text);
    const goesOn = own !== null && own > number && own <= number + WIDEST_GAP;
    const isStrong = isPublication(text) && (own === null || goesOn || TYPE_CODE.test(text) || own > 99);
    const isWeak = (goesOn || isNamedWork(text) || isForeign(text)) && text.length <= LONGEST_WEAK_ENTRY;
    const endsPart = NEW_PART.test(text) || (hasChapterMark(text) && !isStrong);
    if (endsPart && !isStrong) break;
    if (line.mark === 'heading' && !isStrong) {
      if (lines.slice(at + 1, at + WIDEST_GAP).some((next) => isPublication(next.text))) continue;
      break;
    }
    if (!isStrong && !isWeak) continue;
    end = at + 1;
    if (own !== null && goesOn) number = own;
  }
  return end;
}

/** A law or a plan that stands in a list by its name alone. */
function isNamedWork(text: string): boolean {
  return text.includes('》') && hasHan(text) && !hasSentence(text.replace(/[。；.]$/, ''));
}

/** An entry in another language of which OCR left too little to be sure. */
function isForeign(text: string): boolean {
  return !hasHan(text) && /[A-Za-z]{3}/.test(text) && /\d/.test(text) && /[,，.]/.test(text);
}

function numberOf(text: string): number | null {
  if (CIRCLED.test(text)) return (text.codePointAt(0) ?? 0) - FIRST_CIRCLED + 1;
  const [, bracketed, plain] = NUMBERED.exec(text) ?? [];
  const digits = bracketed ?? plain;
  return digits === undefined ? null : Number(digits);
}
