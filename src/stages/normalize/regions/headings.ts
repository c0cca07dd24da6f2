import type { RegionKind } from '../../../model/region.js';
import { HAN } from '../../../text/han.js';
import {
  endsSentence,
  hasChapterMark,
  hasNumberMark,
  hasSentence,
  type LineKinds,
  type RegionLine,
} from './region-line.js';

const LONGEST_MARKED = 60;
const LONGEST_PLAIN = 30;
const SHORTEST_PARAGRAPH = 20;
/** Among lines that are mostly no sentences, a short one is a line like the others: a list of words, a poem. */
const FEWEST_SENTENCES = 0.3;
const NO_HEADING = /[，,：:；、]$|^(?:[-•●■◆*·①-⑳]|[一二三四五六七八九十]是|其[一二三四五六七八九十])|\t/;
const WORDS = new RegExp(`[${HAN}].*[${HAN}]|[A-Za-z]{4}`, 'u');
const PART =
  /^(?:摘\s*要|前\s*言|引\s*言|绪\s*论|导\s*[言论]|序\s*言|结\s*[语论]|结束语|致\s*谢|后\s*记|附\s*[录件]|abstract|introduction|conclusions?|discussion|methods?|results)\s*[\d一二三四五]*$/i;
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
      (kind === 'heading' ||
        kind === 'body' ||
        kind === 'question' ||
        found.has(at + 1) ||
        (endsSentence(next.text) && next.text.length >= SHORTEST_PARAGRAPH));
    if (isHeading(text, isProse && isAboveText)) found.set(at, 'heading');
  }
  return found;
}

function isHeading(text: string, isAboveText: boolean): boolean {
  if (endsSentence(text) || hasSentence(text) || NO_HEADING.test(text)) return false;
  if (!WORDS.test(text)) return false;
  if (PART.test(text) && isAboveText) return true;
  if (hasChapterMark(text)) return text.length <= LONGEST_MARKED && isAboveText;
  if (!isAboveText || DATE.test(text)) return false;
  const commas = text.match(/[，,：:]/g)?.length ?? 0;
  return hasNumberMark(text)
    ? text.length <= LONGEST_MARKED && commas <= 1
    : text.length <= LONGEST_PLAIN && commas === 0;
}
