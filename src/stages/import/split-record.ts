import { UserError } from '../../errors.js';
import type { CaseRecord } from '../../model/case-record.js';
import type { Mark } from '../../model/mark.js';
import type { SplitBy, SplitCase, SplitDocument, TextOutside } from '../../model/split-by.js';
import { sliceCodePoints } from '../../text/code-points.js';
import { toTextForm } from '../../text/text-form.js';
import { caseId } from './case-id.js';
import { type DocumentLine, documentLines } from './document-lines.js';
import { findStarts, type Start } from './split-starts.js';

/** A section of a document: its lines, and the title of the case that it is. */
interface Section {
  readonly title: string | undefined;
  readonly from: number;
  /** The first line below the title. */
  readonly body: number;
  readonly to: number;
}

const LONGEST_TITLE = 80;
const LONGEST_BEGINNING = 24;

/**
 * Splits the record of a document into one for each of its cases, from title to title. A title without text below it becomes the
 * beginning of the next one. The id of a case is that of the document with its title; its source names the line or, of a document
 * of pages, page and line where it begins.
 * @throws UserError import/nothing-to-split, import/split-without-text
 */
export function splitRecord(
  record: CaseRecord,
  by: SplitBy,
  hasPages: boolean,
): { readonly records: readonly CaseRecord[]; readonly split: SplitDocument } {
  const { source } = record;
  const lines = documentLines(record);
  const { starts, unmatched } = findStarts(lines, by);
  const titled = starts.filter(({ title }) => title !== undefined);
  if (titled.length === 0)
    throw new UserError('import/nothing-to-split', { path: source, by, ...known(lines) });
  const sections = sectionsOf(lines, starts);
  const withTitle = sections.filter(({ title }) => title !== undefined);
  const empty = titled.length - withTitle.length;
  if (empty * 2 > titled.length) {
    throw new UserError('import/split-without-text', { path: source, by, matches: titled.length, empty });
  }
  const nameOnce = openNames(caseId(record));
  const cases: SplitCase[] = [];
  const records = withTitle.map((section): CaseRecord => {
    const first = lines[section.from] as DocumentLine;
    const place = hasPages ? `p${first.page}.${first.numberOnPage}` : String(first.number);
    const title = cut(toTextForm(section.title ?? ''), LONGEST_TITLE);
    const own = { title, source: `${source}#${place}`, ...spanOf(lines, section) };
    cases.push({ ...own, beginning: beginningOf(lines, section.body, section.to) });
    return {
      id: nameOnce(title),
      title,
      text: sliceCodePoints(record.text, own),
      marks: marksWithin(record.marks ?? [], own.start, own.end),
      attributes: record.attributes,
      source: own.source,
    };
  });
  const outside = sections
    .filter(({ title }) => title === undefined)
    .map((section): TextOutside => {
      const { start, end } = spanOf(lines, section);
      return { characters: end - start, beginning: beginningOf(lines, section.from, section.to) };
    });
  return { records, split: { source, by, cases, outside, unmatched } };
}

/** The stretches from one start to the next; a title with nothing below it is joined to the next one. */
function sectionsOf(lines: readonly DocumentLine[], starts: readonly Start[]): Section[] {
  const sections: Section[] = [];
  let open: Start = { at: 0, end: 0 };
  const close = (to: number) => {
    if (to > open.at) sections.push({ title: open.title, from: open.at, body: open.end, to });
  };
  for (const start of starts) {
    if (open.title !== undefined && start.title !== undefined && start.at === open.end) {
      open = { ...open, title: `${open.title} ${start.title}`, end: start.end };
    } else {
      close(start.at);
      open = start;
    }
  }
  close(lines.length);
  return sections;
}

function spanOf(lines: readonly DocumentLine[], { from, to }: Section): { start: number; end: number } {
  return { start: lines[from]?.start ?? 0, end: lines[to - 1]?.end ?? 0 };
}

function beginningOf(lines: readonly DocumentLine[], from: number, to: number): string {
  const first = lines.slice(from, Math.min(to, from + LONGEST_BEGINNING)).map(({ text }) => text);
  return cut(first.join(' '), LONGEST_BEGINNING);
}

/** The first characters of a text, and … where it goes on. */
function cut(text: string, most: number): string {
  const letters = [...text.replaceAll(/\s+/g, ' ')];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}

function marksWithin(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks
    .filter((mark) => mark.end > start && mark.start < end)
    .map((mark) => ({
      ...mark,
      start: Math.max(mark.start, start) - start,
      end: Math.min(mark.end, end) - start,
    }));
}

/** Ids below that of the document; of the same title the second becomes `title (2)`, or the next that no title has taken. */
function openNames(document: string): (title: string) => string {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  return (title) => {
    const name = `${document}/${title.normalize('NFC').replaceAll('/', '／').replaceAll('#', '＃')}`;
    let [count, own] = [counts.get(name) ?? 0, ''];
    do {
      count += 1;
      own = count === 1 ? name : `${name} (${count})`;
    } while (taken.has(own));
    counts.set(name, count);
    taken.add(own);
    return own;
  };
}

/** What a document could be split by: how many headings of each level it has, and how many entries its contents. */
function known(lines: readonly DocumentLine[]) {
  const counts = new Map<number, number>();
  for (const { kind, level } of lines)
    if (kind === 'heading' && level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1);
  const headings = [...counts].sort(([a], [b]) => a - b).map(([level, count]) => ({ level, count }));
  return { headings, entries: lines.filter(({ kind }) => kind === 'contents').length };
}
