import type { Span } from '../../../../model/span.js';
import type { ReadLine } from '../../../../workflow/read-case-text.js';
import type { FindLines } from './find-lines.js';
import { rawOfStretch, stretchOfRaw } from './places.js';

/** The text that is read, and how to find its lines. */
export interface ReadPlaces {
  readonly lines: readonly ReadLine[];
  readonly find: FindLines;
}

/** The words of a raw span as they are read. */
export function wordsOf({ lines, find }: ReadPlaces, span: Span): string {
  return find(span)
    .map((index) => {
      const line = lines[index];
      const stretch = line && stretchOfRaw(line, span);
      return stretch ? [...line.text].slice(...stretch).join('') : '';
    })
    .join('\n')
    .trim();
}

/** The numbers of the paragraph and sentence in which a raw span begins; null outside of sentences. */
export function numbersOf(
  { lines, find }: ReadPlaces,
  span: Span,
): { readonly paragraph: number; readonly sentence: number } | null {
  for (const index of find(span)) {
    const line = lines[index];
    const stretch = line && stretchOfRaw(line, span);
    const sentence = stretch && line.sentences.find(([, end]) => end > stretch[0]);
    if (sentence) return { paragraph: sentence[2], sentence: sentence[3] };
  }
  return null;
}

/** All sentences of a text as raw spans, in the order in which they are read. */
export function sentencesOf(lines: readonly ReadLine[]): Span[] {
  return lines.flatMap((line) =>
    line.sentences.flatMap(([start, end]) => rawOfStretch(line, [start, end]) ?? []),
  );
}

/** Where words occur in a text, as raw spans, whatever the case of Latin letters; at most so many. */
export function findWords(lines: readonly ReadLine[], words: string, most: number): Span[] {
  const wanted = words.trim().toLowerCase();
  const found: Span[] = [];
  if (wanted === '') return found;
  for (const line of lines) {
    const text = line.text.toLowerCase();
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const start = [...text.slice(0, at)].length;
      const span = rawOfStretch(line, [start, start + [...wanted].length]);
      if (span) found.push(span);
      if (found.length >= most) return found;
    }
  }
  return found;
}

/** The raw span that an address names, `start-end` or a place alone, which means the sentence around it. */
export function spanNamed(at: string | null, lines: readonly ReadLine[]): Span | null {
  const [start, end] = (at ?? '').split('-').map(Number);
  if (at === null || start === undefined || Number.isNaN(start)) return null;
  if (end !== undefined && end > start) return { start, end };
  return sentencesOf(lines).find((one) => one.start <= start && start < one.end) ?? null;
}
