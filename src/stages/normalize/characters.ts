import { BLANK } from '../../text/blanks.js';
import { closeGaps } from '../../text/character-edits.js';
import { type Edit, editMatches } from '../../text/edits.js';
import { HAN } from '../../text/han.js';

/** Every kind of line end becomes a line feed; a form feed stays to tell where a page ends. */
export function unifyLineEnds(text: string): Edit[] {
  return editMatches(text, /\r\n|[\r\v\u0085\u2028\u2029]/g, () => '\n');
}

/** What is left of the ends of pages becomes line feeds. */
export function endPages(text: string): Edit[] {
  return editMatches(text, /\f/g, () => '\n');
}

const BLANKS = new RegExp(`[\\t${BLANK}]+`, 'gu');

const LONGEST_TITLE = 40;
const SHORTEST_HALF = 4;
const HALVES = new RegExp(`[${HAN}]{${SHORTEST_HALF}}[${BLANK}][${HAN}]{${SHORTEST_HALF}}`, 'u');

/** Who speaks stands at the beginning of a line, with a blank in place of a colon. */
const SPEAKER_BEFORE = /(?:^|\n)(?:[问答访受]|[QA]\d{0,2}[.．]?)$/;
const LONGEST_SPEAKER = 6;

/**
 * Closes the gaps of `closeGaps`; in a short line without marks a single blank between runs of four characters or more
 * stays: 一园多业 家家有份. So does the blank behind 问 and 答 at the beginning of a line.
 */
export function closeGapsInLines(text: string): Edit[] {
  return closeGaps(text, (gap, index) => {
    if (SPEAKER_BEFORE.test(text.slice(Math.max(0, index - LONGEST_SPEAKER), index))) return true;
    return /^\p{Zs}$/u.test(gap) && isTitleInHalves(text, index);
  });
}

/** Whether a blank parts two clauses of a title, where it stands for a comma. */
function isTitleInHalves(text: string, blank: number): boolean {
  const near = text.slice(Math.max(0, blank - LONGEST_TITLE), blank);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const after = /^[^\n]*/.exec(text.slice(blank, blank + LONGEST_TITLE))?.[0] ?? '';
  const line = before + after;
  const isShort = line.length <= LONGEST_TITLE;
  return (
    isShort &&
    !/\p{P}/u.test(line) &&
    HALVES.test(before.slice(-2 * SHORTEST_HALF) + after.slice(0, 2 * SHORTEST_HALF + 1))
  );
}

/** Blanks at both ends of lines vanish. */
export function trimLines(text: string): Edit[] {
  return editMatches(text, BLANKS, ({ index, 0: blanks }) => {
    const end = index + blanks.length;
    const isAtEdge = index === 0 || end === text.length || text[index - 1] === '\n' || text[end] === '\n';
    return isAtEdge ? '' : blanks;
  });
}

/** Blank lines vanish, so that what remains is one paragraph a line. */
export function dropBlankLines(text: string): Edit[] {
  return editMatches(text, /^\n+|\n+$|\n{2,}/g, ({ index, 0: ends }) =>
    index === 0 || index + ends.length === text.length ? '' : '\n',
  );
}
