import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NormalizedText } from '../../../src/model/normalized-text.js';
import { offsetMap } from '../../../src/text/code-points.js';

/**
 * What a reader says of a line: it begins a paragraph (or is a heading, a row …), it continues the sentence before, it is
 * furniture of the page, or it stands within a sentence that it tore (a caption, a table).
 */
export type Verdict = 'begins' | 'continues' | 'furniture' | 'apart';

/** A labelled line of a document: where its text stands in the raw text (code points), and what it is. */
export interface Place {
  readonly verdict: Verdict;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The end of the line whose sentence it continues, where every line is labelled. */
  readonly continues: number | null;
}

export interface LabelledDocument {
  readonly name: string;
  readonly raw: string;
  readonly places: readonly Place[];
  /** Half of the documents are only for the test: nobody looked at them while the rules were made. */
  readonly isSealed: boolean;
}

const SHARED = join(import.meta.dirname, '../../../../shared');
const SHARED_PLACES = join(import.meta.dirname, 'shared-places.tsv');
const MARKS: Readonly<Record<string, Verdict>> = {
  '=': 'begins',
  '+': 'continues',
  '-': 'furniture',
  '~': 'apart',
};

/** Whether the documents beside the project are there. */
export const hasShared = existsSync(join(SHARED, 'ocr-papers'));

/** The papers were looked at as a whole while the rules were made, so that none of them is sealed. */
const isSealed = (name: string) =>
  !name.startsWith('ocr-papers/') && (createHash('sha256').update(`64 ${name}`).digest()[0] ?? 0) % 2 === 1;

/** The texts of our own: each line begins with its mark (= + - ~), behind ␌ where a page begins. */
export function readOwnDocuments(folder: 'torn-texts' | 'blind-texts'): LabelledDocument[] {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path)
    .sort()
    .map((name) => {
      const marked = readFileSync(join(path, name), 'utf8').replace(/\n$/, '').replaceAll('\n␌', '\f');
      const places: Place[] = [];
      let raw = '';
      let at = 0;
      let flow: number | null = null;
      for (const part of marked.split(/(?<=[\n\f])/)) {
        const verdict = MARKS[part[0] ?? ''];
        const line = verdict === undefined ? part : part.slice(1);
        if (verdict !== undefined && /[\p{L}\p{N}]/u.test(line) && !line.startsWith('![')) {
          const start = at + (line.length - line.trimStart().length);
          const end = start + [...line.trim()].length;
          places.push({
            verdict,
            text: line.trim(),
            start,
            end,
            continues: verdict === 'continues' ? flow : null,
          });
          if (verdict === 'begins' || verdict === 'continues') flow = end;
        }
        raw += line;
        at += [...line].length;
      }
      return { name, raw, places, isSealed: isSealed(name) };
    });
}

/** The labelled places of the documents beside the project, each checked by the hash of its line. */
export function readSharedDocuments(): LabelledDocument[] {
  const rows = readFileSync(SHARED_PLACES, 'utf8')
    .trim()
    .split('\n')
    .map((row) => row.split('\t'));
  return [...new Set(rows.map(([name]) => name ?? ''))].map((name) => {
    const raw = readFileSync(join(SHARED, name), 'utf8');
    const offsets = offsetMap(raw);
    const lines = [...raw.matchAll(/[^\n\f]*(?:[\n\f]|$)/g)];
    const places = rows
      .filter(([document]) => document === name)
      .map(([, number, hash, verdict]): Place => {
        const line = lines[Number(number) - 1];
        const text = line?.[0].trim() ?? '';
        const found = createHash('sha256').update(text).digest('hex').slice(0, 12);
        if (found !== hash) throw new Error(`${name}, line ${number}: not the line that was labelled`);
        const start = offsets.toCodePoint((line?.index ?? 0) + (line?.[0].indexOf(text) ?? 0));
        return { verdict: verdict as Verdict, text, start, end: start + [...text].length, continues: null };
      });
    return { name, raw, places, isSealed: isSealed(name) };
  });
}

/** What cleaning made of a labelled line. */
export type Fate = 'begins' | 'continues' | 'lost';

/** The fate of each place: lost when nothing of it is left, continuing when no line end stands before it. */
export function fatesOf({ raw, places }: LabelledDocument, normalized: NormalizedText): Fate[] {
  const letters = [...normalized.text];
  const rawLetters = [...raw];
  const cleanAt = new Map<number, number>();
  for (const { start, length, origin, width } of normalized.origins) {
    for (let at = 0; at < length; at += 1) {
      const from = width === null ? origin + at : origin;
      for (let raw = from; raw < from + (width ?? 1); raw += 1) {
        if (!cleanAt.has(raw)) cleanAt.set(raw, start + at);
      }
    }
  }
  const isLetter = (letter: string | undefined) => /[\p{L}\p{N}]/u.test(letter ?? '');
  const firstKept = (start: number, end: number, step: 1 | -1): number | undefined => {
    for (let at = step > 0 ? start : end - 1; at >= start && at < end; at += step) {
      const clean = cleanAt.get(at);
      if (clean !== undefined && isLetter(rawLetters[at]) && isLetter(letters[clean])) return clean;
    }
    return undefined;
  };
  return places.map(({ start, end, continues }) => {
    const first = firstKept(start, end, 1);
    if (first === undefined) return 'lost';
    const before = letters.lastIndexOf('\n', first);
    const opening = letters.slice(before + 1, first).some(isLetter);
    if (!opening) return 'begins';
    if (continues === null) return 'continues';
    // It must continue the very line that it was torn from.
    const last = firstKept(0, continues, -1);
    return last !== undefined && last < first && !letters.slice(last, first).includes('\n')
      ? 'continues'
      : 'begins';
  });
}
