import type { Edit } from '../../text/edits.js';
import { HAN } from '../../text/han.js';
import {
  arePieces,
  breaksOff,
  endsSentence,
  hasChapterMark,
  hasClauses,
  hasHan,
  hasNumberMark,
  hasSentences,
  isLatin,
  type Line,
  mayBeHeading,
  readLines,
} from './lines.js';
import { detectLayout, type PageLayout, TOLERANCE } from './page-layout.js';
import { learnSeamsLazily, type SeamModel } from './seam-model.js';
import { openTears } from './tears.js';

const GOES_ON = /[，、,⁃]$/;
const LIST_MARK = /^(?:[（(]\d+[）)]|\d+[.、)）](?!\d)|[-•●■◆*·] |\[\d+\]|［\d+］)/;
const TURN = new RegExp(`^([${HAN}]{1,6}|[A-Z][A-Za-z]{0,9})[：:]`, 'u');
/** A field of a form, a legend or a turn: two of them in a row are two lines. */
const FIELD = /^[^，。；：:\s]{1,16}[：:]/;
const FIXED_SPEAKER = /^(?:问|答|记者|主持人|访谈者|访谈员|受访者|访问者|被访者|Q|A)$/;
const CONTENTS_ENTRY = /(?:(?<![.…·．⋯])(?:[.…·．⋯]{3,}|…{2,})|\t)\s*\d{1,4}$/;
const LATIN_END = /[A-Za-z0-9,.;:!?)]$/;
const NUMBER_END = /\d[.,]?$/;
const LATIN_START = /^[A-Za-z0-9(]/;

/** In a hard-wrapped document the line ends within a paragraph vanish; others stay. */
export function joinLines(text: string): Edit[] {
  const lines = readLines(text);
  const layout = detectLayout(lines);
  if (layout === null) return [];
  const speakers = speakersOf(lines);
  const seams = learnSeamsLazily(text);
  return lines.flatMap((next, at) => {
    const line = lines[at - 1];
    if (line === undefined) return [];
    // A line wider than the column belongs to another one, which its neighbour above shows.
    const isWider = line.width > layout.column + TOLERANCE;
    const column = isWider ? Math.max(line.width, lines[at - 2]?.width ?? 0) : layout.column;
    return isOneParagraph(line, next, layout, column, seams) && !beginsTurn(next, speakers)
      ? [joint(line, next)]
      : [];
  });
}

/**
 * In a document of one paragraph a line, the pieces of a sentence that a page end or a link tore apart come
 * together: a long line that breaks off, then one that begins like no paragraph and ends a sentence.
 */
export function joinTornSentences(text: string): Edit[] {
  const lines = readLines(text);
  if (detectLayout(lines) !== null) return [];
  const tears = openTears(text, lines, null);
  return lines.flatMap((next, at) => {
    const line = lines[at - 1];
    if (line === undefined) return [];
    const isTitle = at === 1 && mayBeTitle(line);
    const isTorn = !isTitle && tears.isTorn(line, next, next.afterPageBreak ? 'page' : 'line');
    return isTorn || arePieces(line, next) ? [joint(line, next)] : [];
  });
}

/** Whether a first line may be a title, which has no sentence, hardly two clauses, and no mark that goes on. */
function mayBeTitle(line: Line): boolean {
  const clauses = line.text.match(/[，、]/g)?.length ?? 0;
  return !hasSentences(line) && clauses < 3 && !/[，、,-]$/.test(line.text);
}

/** The edit that takes away what stands between two parts of a sentence: blanks, line ends. */
export function joint(before: Line, after: Line): Edit {
  const isNumber = NUMBER_END.test(before.text) && /^\d/.test(after.text);
  const areWords = !isNumber && LATIN_END.test(before.text) && LATIN_START.test(after.text);
  return { start: before.end, end: after.start, replacement: areWords ? ' ' : '' };
}

function isOneParagraph(
  line: Line,
  next: Line,
  layout: PageLayout,
  column: number,
  seams: SeamModel,
): boolean {
  if (arePieces(line, next)) return true;
  if (line.isHeading || next.isHeading) return false;
  if (next.afterBlankLine && !layout.blankLinesAreSpacing) return false;
  if (layout.indents && next.indented) return false;
  const goesOnByMark = GOES_ON.test(line.text);
  if ((hasChapterMark(next) && !goesOnByMark) || changesLanguage(line, next)) return false;
  if (FIELD.test(line.text) && FIELD.test(next.text)) return false;
  if (isContentsEntry(line) || (isContentsEntry(next) && hasNumberMark(next))) return false;
  if (goesOnByMark) return true;
  const missing = column - line.width;
  if (endsSentence(line)) {
    return missing <= TOLERANCE / 2 && !beginsItem(next) && fillsOrCloses(next, column);
  }
  if (!hasClauses(line) && LIST_MARK.test(next.text)) return false;
  const goesOn = () => seams(line.text, next.text) > 0;
  if (!hasSentences(line) && mayBeHeading(line)) {
    const isClosed = endsSentence(next) && next.width * 2 < column;
    return missing <= TOLERANCE && (!hasChapterMark(line) || hasClauses(line) || isClosed || goesOn());
  }
  // The first line of a paragraph may have lost the blanks of its indent.
  const isInside = missing <= 2 * TOLERANCE ? hasClauses(line) || fillsOrCloses(next, column) : false;
  if (isInside || !(missing <= 2 * TOLERANCE || breaksOff(line))) return isInside;
  return goesOn();
}

/** Whether a line is as wide as the column or ends a sentence, as the lines of a paragraph do. */
function fillsOrCloses(line: Line, column: number): boolean {
  return endsSentence(line) || line.width >= column - 2 * TOLERANCE;
}

/** The names of those who take turns in speaking: the fixed ones, and what begins lines more than once. */
function speakersOf(lines: readonly Line[]): ReadonlySet<string> {
  const speakers = new Set<string>();
  const once = new Set<string>();
  let before: Line | undefined;
  for (const line of lines) {
    const name = TURN.exec(line.text)?.[1];
    const isFree = before === undefined || endsSentence(before);
    if (name !== undefined && (FIXED_SPEAKER.test(name) || (isFree && once.has(name)))) speakers.add(name);
    if (name !== undefined && isFree) once.add(name);
    before = line;
  }
  return speakers;
}

function beginsTurn({ text }: Line, speakers: ReadonlySet<string>): boolean {
  const name = TURN.exec(text)?.[1];
  return name !== undefined && speakers.has(name);
}

function isContentsEntry({ text }: Line): boolean {
  return CONTENTS_ENTRY.test(text);
}

function beginsItem(line: Line): boolean {
  return hasNumberMark(line) || LIST_MARK.test(line.text);
}

function changesLanguage(line: Line, next: Line): boolean {
  return (isLatin(line) && hasHan(next)) || (hasHan(line) && isLatin(next));
}
