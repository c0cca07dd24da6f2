import { type Edit, editMatches } from '../../text/edits.js';
import { HAN } from '../../text/han.js';

/** Fewer glosses than these are rather an author's own, on how a rare name is read. */
const FEWEST_GLOSSES = 5;

const GLOSS = new RegExp(`[(（](?<=[${HAN}].)([a-zü\\u0300-\\u030c\\u00e0-\\u01dc]{1,8})[)）]`, 'gu');
const TONE = /[\u0300\u0301\u0304\u030c]/g;
const SYLLABLE =
  /^(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?(?:i?ang?|i?ao|ai|ei|eng?|er|ian|iang|in|ing|i?ong|i?u|ie|ia|uang?|uai|uan|ui|un|ua|uo|ou|üe|ü|a|e|i|o)$/;

/** Readings that scraping sites leave behind characters, 推動(dòng)地區(qū), vanish where a text has many of them. */
export function dropPinyinGlosses(text: string): Edit[] {
  const glosses = editMatches(text, GLOSS, (match) => (isReading(match[1] ?? '') ? '' : match[0]));
  return glosses.length < FEWEST_GLOSSES ? [] : glosses;
}

/** Whether letters are one pinyin syllable with its tone mark. */
function isReading(letters: string): boolean {
  const decomposed = letters.normalize('NFD');
  return decomposed.match(TONE)?.length === 1 && SYLLABLE.test(decomposed.replace(TONE, '').normalize('NFC'));
}
