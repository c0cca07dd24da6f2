import type { NormalizedText, OriginRun, StepCount } from '../../model/normalized-text.js';
import { codePointLength } from '../../text/code-points.js';

/** A stretch of a long text that is cleaned by itself. */
export interface Section {
  readonly text: string;
  /** The line end between it and the next one, which belongs to neither and is never cleaned; else empty. */
  readonly border: string;
  /** Where it begins in the whole text (code points). */
  readonly start: number;
}

/** UTF-16 units of a section: some thousand pages, so that no document of one author is ever cut. */
export const SECTION_LENGTH = 2 ** 21;

/** Cuts a text that comes piece by piece into sections, the same ones however it comes. */
export interface SectionCutter {
  /** The sections that are complete with the next piece. */
  readonly add: (piece: string) => Generator<Section>;
  /** The last section. */
  readonly end: () => Section;
}

/**
 * The cutter for a text. What is longer than `longest` is cut where a line ends after a sentence, else at any
 * line end, else after a sentence, else anywhere; of the places in the second half of a section the last.
 */
export function openSections(longest = SECTION_LENGTH): SectionCutter {
  let rest = '';
  let start = 0;
  const take = (text: string, border: string): Section => {
    const section = { text, border, start };
    start += codePointLength(text) + border.length;
    return section;
  };
  return {
    *add(piece) {
      rest += piece;
      while (rest.length > longest) {
        const end = cutBetween(rest, longest >> 1, longest);
        const border = rest[end] === '\n' ? '\n' : '';
        const text = rest.slice(0, end);
        rest = rest.slice(end + border.length);
        yield take(text, border);
      }
    },
    end: () => take(rest, ''),
  };
}

/** The sections of a whole text. */
export function* cutSections(text: string, longest?: number): Generator<Section> {
  const cutter = openSections(longest);
  yield* cutter.add(text);
  yield cutter.end();
}

/** One text of cleaned stretches that follow each other and know their place in the whole. */
export function joinSections(parts: readonly NormalizedText[]): NormalizedText {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const origins: OriginRun[] = [];
  for (const part of parts) for (const run of part.origins) origins.push(run);
  return {
    text: parts.map(({ text }) => text).join(''),
    origins,
    steps: addCounts(parts.map(({ steps }) => steps)),
  };
}

/** The counts of the same steps on several stretches added up. */
export function addCounts(counts: readonly (readonly StepCount[])[]): StepCount[] {
  const sums = new Map<string, StepCount>();
  for (const { step, edits, removed } of counts.flat()) {
    const before = sums.get(step);
    sums.set(step, {
      step,
      edits: edits + (before?.edits ?? 0),
      removed: removed + (before?.removed ?? 0),
    });
  }
  return [...sums.values()];
}

function cutBetween(text: string, least: number, most: number): number {
  const lineEnd = Math.max(text.lastIndexOf('。\n', most - 1) + 1, text.lastIndexOf('。\r\n', most - 2) + 2);
  if (lineEnd > least) return lineEnd;
  const anyLineEnd = text.lastIndexOf('\n', most);
  if (anyLineEnd > least) return anyLineEnd;
  const sentenceEnd = text.lastIndexOf('。', most - 1) + 1;
  if (sentenceEnd > least) return sentenceEnd;
  const isWithinPair = /[\udc00-\udfff]/.test(text[most] ?? '');
  return isWithinPair ? most - 1 : most;
}
