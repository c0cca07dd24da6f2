import type { SplitBy } from '../../model/split-by.js';
import { entryName, isContentsTitle } from '../../text/contents.js';
import type { DocumentLine } from './document-lines.js';

/** A line that a case begins with, or that ends the one before it without beginning another (no title). */
export interface Start {
  /** Its place among the lines, and that of the first line behind its title. */
  readonly at: number;
  readonly end: number;
  readonly title?: string | undefined;
}

/** Where the cases of a document begin, and what of its contents was not found in it. */
export interface Starts {
  readonly starts: readonly Start[];
  readonly unmatched: readonly string[];
}

/** A heading may be set in so many lines. */
const MOST_LINES = 3;
const MARKS = /[\p{P}\p{S}\s]+/gu;
const LAST_NUMBER = /\d{1,4}$/;
/** How entries are numbered: 第一章, 案例1, 一、, （一）, 1.1, 1. */
const NUMBERINGS = [
  /^第[一二三四五六七八九十百\d]+[编篇部]/,
  /^第[一二三四五六七八九十百\d]+章/,
  /^第[一二三四五六七八九十百\d]+节/,
  /^(?:典型)?案例[一二三四五六七八九十\d]/,
  /^[一二三四五六七八九十]+[、.．]/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d+[.．]\d/,
  /^\d+[.．、]/,
];

/** Finds the lines that cases begin with. */
export function findStarts(lines: readonly DocumentLine[], by: SplitBy): Starts {
  if (by.kind === 'contents') return startsByContents(lines);
  const starts = by.kind === 'heading' ? startsByHeading(lines, by.level) : startsByLine(lines, by.pattern);
  return { starts, unmatched: [] };
}

/** A heading of a higher level ends a case, too: what is below it and above the next case belongs to none. */
function startsByHeading(lines: readonly DocumentLine[], level: number): Start[] {
  return lines.flatMap(({ kind, level: own, text }, at): Start[] => {
    if (kind !== 'heading' || own === undefined || own > level) return [];
    return [{ at, end: at + 1, title: own === level ? text : undefined }];
  });
}

function startsByLine(lines: readonly DocumentLine[], pattern: string): Start[] {
  const expression = new RegExp(pattern, 'u');
  return lines.flatMap(({ kind, text }, at) =>
    kind !== 'contents' && expression.test(text) ? [{ at, end: at + 1, title: text }] : [],
  );
}

/** The entries of the highest level, each found as a line behind the contents and the entry before it. */
function startsByContents(lines: readonly DocumentLine[]): Starts {
  const keys = lines.map(({ text }) => keyOf(text));
  const starts: Start[] = [];
  const unmatched: string[] = [];
  let from = lines.findLastIndex(({ kind }) => kind === 'contents') + 1;
  for (const { text } of highestEntries(lines)) {
    const found = findHeading(lines, keys, from, text);
    if (found === null) unmatched.push(text);
    else {
      const title = lines.slice(found.at, found.end).map((line) => line.text);
      starts.push({ ...found, title: title.join(' ') });
      from = found.end;
    }
  }
  return { starts, unmatched };
}

function highestEntries(lines: readonly DocumentLine[]): DocumentLine[] {
  const entries = lines.filter(
    ({ kind, text }) => kind === 'contents' && !isContentsTitle(text) && /\p{L}/u.test(text),
  );
  const highest = Math.min(...entries.map(({ level = Number.POSITIVE_INFINITY }) => level));
  if (Number.isFinite(highest)) return entries.filter(({ level }) => level === highest);
  const numbering = ({ text }: DocumentLine) => NUMBERINGS.findIndex((pattern) => pattern.test(text));
  const first = entries.map(numbering).find((kind) => kind >= 0) ?? -1;
  // A foreword and an afterword are of the highest level without a number.
  return entries.filter((entry) => [first, -1].includes(numbering(entry)));
}

function findHeading(
  lines: readonly DocumentLine[],
  keys: readonly string[],
  from: number,
  entry: string,
): { at: number; end: number } | null {
  const name = keyOf(entryName(entry));
  for (const wanted of new Set([name, name.replace(LAST_NUMBER, '')])) {
    if (wanted === '') continue;
    for (let at = from; at < lines.length; at += 1) {
      let joined = '';
      for (let end = at; end < at + MOST_LINES && end < lines.length; end += 1) {
        joined += keys[end];
        if (!wanted.startsWith(joined) || joined === '') break;
        if (joined === wanted) return { at, end: end + 1 };
      }
    }
  }
  return null;
}

/** What a title is compared by: its letters and digits. */
function keyOf(text: string): string {
  return text.normalize('NFKC').replaceAll(MARKS, '');
}
