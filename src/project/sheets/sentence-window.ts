import type { Span } from '../../model/span.js';
import { isWholeCase } from '../../model/whole-case.js';
import { readCase } from '../../store/case-table.js';
import { readRegions } from '../../store/region-table.js';
import { readSealedStatements } from '../../store/sealed-statement-table.js';
import { readSentences } from '../../store/sentence-table.js';
import type { Store } from '../../store/store.js';
import { offsetMap } from '../../text/code-points.js';
import { numberPassages } from '../../text/passage-numbers.js';
import type { SentenceList } from '../../text/sentence-list.js';

/** What is around the words that a row is about, so that they stand out of their sentences. */
const [OPEN, CLOSE] = ['【', '】'];

/** What stands for a sealed statement, which nobody is to read there. */
const HELD_OUT = '……';

/** The numbers of a case as a whole. */
const NOWHERE = { paragraph: null, sentence: null } as const;

/** A passage with the sentences around it, and where it is; of a case as a whole neither. */
export interface Window {
  readonly words: string;
  /** What the words are made of: the passage, and what is before and behind it. */
  readonly parts: readonly [string, string, string];
  readonly paragraph: number | null;
  readonly sentence: number | null;
}

/** Makes a function that shows passages with the sentence before and behind; rows of one case should follow each other. */
export function sentenceWindows(store: Store): (place: Span & { caseId: string; version: string }) => Window {
  let read: ReturnType<typeof readText> | undefined;
  return ({ caseId, version, start, end }) => {
    if (isWholeCase({ start, end })) return { words: '', parts: ['', '', ''], ...NOWHERE };
    if (read?.caseId !== caseId || read.version !== version) read = readText(store, caseId, version);
    const { sentences, slice, around, numberOf, firstAt } = read;
    const first = firstAt(start);
    let last = first;
    while (last + 1 < sentences.length && at(sentences.starts, last + 1) < end) last += 1;
    const from = first > 0 ? Math.min(start, at(sentences.starts, first - 1)) : sentenceStart(first);
    const to = last + 1 < sentences.length ? Math.max(end, at(sentences.ends, last + 1)) : sentenceEnd(last);
    const [before, passage, behind] = [around(from, start), slice(start, end), around(end, to)];
    const words = `${before}${OPEN}${passage}${CLOSE}${behind}`;
    return { words, parts: [before, passage, behind], ...numberOf(start) };

    function sentenceStart(index: number): number {
      return index < sentences.length ? Math.min(start, at(sentences.starts, index)) : start;
    }
    function sentenceEnd(index: number): number {
      return index < sentences.length ? Math.max(end, at(sentences.ends, index)) : end;
    }
  };
}

/** The words that a row is about, of what people read there. */
export function wordsMarked(cell: string): string {
  const open = cell.indexOf(OPEN);
  const close = cell.lastIndexOf(CLOSE);
  return open >= 0 && close > open ? cell.slice(open + 1, close) : cell;
}

function readText(store: Store, caseId: string, version: string) {
  const text = readCase(store, caseId, version)?.text ?? '';
  const offsets = offsetMap(text);
  const raw = (start: number, end: number) =>
    text.slice(offsets.toUtf16(start), offsets.toUtf16(Math.max(start, end)));
  const sealed = readSealedStatements(store, caseId, version);
  const { counted: sentences, clean } = readSentences(store, caseId, version);
  const starts = new Map(
    Array.from({ length: sentences.length }, (_, index) => [at(sentences.starts, index), index]),
  );
  const shown = (start: number, end: number) => {
    const parts: string[] = [];
    let done = start;
    for (const one of sealed) {
      if (one.end <= done || one.start >= end) continue;
      parts.push(raw(done, one.start), HELD_OUT);
      done = one.end;
    }
    return [...parts, raw(done, end)].join('');
  };
  return {
    caseId,
    version,
    sentences,
    numberOf: numberPassages(clean, readRegions(store, caseId, version)),
    firstAt: (start: number) => starts.get(start) ?? firstReaching(sentences, start),
    slice: (start: number, end: number) => joinLines(shown(start, end)),
    /** The same of what is beside a passage: a line that ends where the passage begins or ends is another paragraph. */
    around: (start: number, end: number) =>
      joinLines(shown(start, end).replaceAll(/^\s*[\r\n]\s*|\s*[\r\n]\s*$/g, ' ')),
  };
}

const joinLines = (text: string) => text.replaceAll(/\s*[\r\n]\s*/g, '');

/** The first sentence that goes on behind a place. */
function firstReaching({ ends, length }: SentenceList, place: number): number {
  const found = ends.findIndex((end) => end > place);
  return found < 0 ? Math.max(0, length - 1) : found;
}

const at = (numbers: Int32Array, index: number) => numbers[index] as number;
