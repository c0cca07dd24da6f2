import type { RegionKind } from '../../../model/region.js';
import { HAN } from '../../../text/han.js';
import {
  endsSentence,
  hasChapterMark,
  hasHan,
  hasNumberMark,
  hasSentence,
  type LineKinds,
  type RegionLine,
} from './region-line.js';

const LONGEST_MARKED = 60;
const LONGEST_PLAIN = 30;
const LONGEST_ENGLISH = 90;
const SHORTEST_PARAGRAPH = 20;
/** Among lines that are mostly no sentences, a short one is a line like the others: a list of words, a poem. */
const FEWEST_SENTENCES = 0.3;
const NO_HEADING = /[，,：:；、]$|^(?:[-•●■◆*·①-⑳]|[一二三四五六七八九十]是|其[一二三四五六七八九十])|\t/;
const WORDS = new RegExp(`[${HAN}].*[${HAN}]|[A-Za-z]{4}`, 'u');
const PART =
  /^(?:摘\s*要|前\s*言|引\s*言|绪\s*论|导\s*[言论]|序\s*言|结\s*[语论]|结束语|致\s*谢|后\s*记|附\s*[录件].{0,20}|abstract|introduction|conclusions?|discussion|methods?|results)\s*[\d一二三四五]*$/i;
/** Headings stand above these, too; above a table stands its caption. */
const ABOVE: ReadonlySet<RegionKind | undefined> = new Set(['heading', 'body', 'question', 'front-matter']);
const ABSTRACT = /^\W?摘\s*要/;
const DATE = /^(?:(?:19|20)\d\d|二[〇○O零][一二三四五六七八九〇○O零]{2})年/;

/** Headings of plain text: lines numbered as chapters are, and short ones that stand above a paragraph. */
export function findHeadings(lines: readonly RegionLine[], known: LineKinds): LineKinds {
  const found = new Map<number, RegionKind>();
  const free = lines.filter((_, at) => !known.has(at));
  const sentences = free.filter(({ text }) => endsSentence(text)).length;
  const isProse = sentences > 0 && sentences >= FEWEST_SENTENCES * free.length;
  // Headings stand above a paragraph or above another heading: from the end to the beginning.
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    if (known.has(at)) continue;
    const { text } = lines[at] as RegionLine;
    const next = lines[at + 1];
    const kind = known.get(at + 1);
    const isAboveText =
      next !== undefined &&
      (ABOVE.has(kind) ||
        found.has(at + 1) ||
        (endsSentence(next.text) && (hasChapterMark(text) || next.text.length >= SHORTEST_PARAGRAPH)));
    const isTitle = kind === 'front-matter' || ABSTRACT.test(next?.text ?? '');
    if (isHeading(text, isProse && isAboveText, isTitle)) found.set(at, 'heading');
  }
  return found;
}

function isHeading(text: string, isAboveText: boolean, isTitle: boolean): boolean {
  if (endsSentence(text) || hasSentence(text) || NO_HEADING.test(text)) return false;
  if (!WORDS.test(text)) return false;
  if (PART.test(text) && isAboveText) return true;
  if (hasChapterMark(text)) return text.length <= LONGEST_MARKED && isAboveText;
  if (!isAboveText || DATE.test(text)) return false;
  const commas = text.match(/[，,：:]/g)?.length ?? 0;
  return hasNumberMark(text) || isTitle
    ? text.length <= LONGEST_MARKED && commas <= 1
    : text.length <= (hasHan(text) ? LONGEST_PLAIN : LONGEST_ENGLISH) && commas === 0;
}
