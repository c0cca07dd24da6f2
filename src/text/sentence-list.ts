import type { TracedText } from '../model/normalized-text.js';
import { offsetMap } from './code-points.js';
import { rawSpan } from './origins.js';
import { splitSentences } from './sentences.js';

/** The sentences of a clean text in order, field by field, since a text may have a million of them. */
export interface SentenceList {
  readonly length: number;
  /** Where they begin and end in the clean text (code points). */
  readonly cleanStarts: Int32Array;
  readonly cleanEnds: Int32Array;
  /** Where they begin and end in the raw text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The number of the paragraph (line that is not empty), and that of the sentence within it, from 1. */
  readonly paragraphs: Int32Array;
  readonly sentences: Int32Array;
}

/** Cuts a clean text into its numbered sentences. */
export function listSentences(normalized: TracedText): SentenceList {
  const { text } = normalized;
  const offsets = offsetMap(text);
  const spans = splitSentences(text);
  const list = emptyList(spans.length);
  let paragraph = 0;
  let sentence = 0;
  let lineEnd = -1;
  for (const [index, clean] of spans.entries()) {
    const place = offsets.toUtf16(clean.start);
    if (place > lineEnd) {
      const next = text.indexOf('\n', place);
      lineEnd = next < 0 ? text.length : next;
      paragraph += 1;
      sentence = 0;
    }
    sentence += 1;
    const { start, end } = rawSpan(normalized, clean);
    list.cleanStarts[index] = clean.start;
    list.cleanEnds[index] = clean.end;
    list.starts[index] = start;
    list.ends[index] = end;
    list.paragraphs[index] = paragraph;
    list.sentences[index] = sentence;
  }
  return list;
}

const LOW_BITS = 0x7f;
const GOES_ON = 0x80;
const SHIFT = 7;

/**
 * Packs sentences, in some five bytes each: how far each is behind the one before it in the clean text and whether it
 * begins a paragraph, its length there, how far it is from the one before it in the raw text, and how much longer there.
 */
export function packSentences(list: SentenceList): Uint8Array {
  const bytes: number[] = [];
  const put = (number: number) => {
    let rest = number;
    for (; rest > LOW_BITS; rest >>>= SHIFT) bytes.push((rest & LOW_BITS) | GOES_ON);
    bytes.push(rest);
  };
  const putSigned = (number: number) => put(number < 0 ? -2 * number - 1 : 2 * number);
  let cleanEnd = 0;
  let end = 0;
  for (let index = 0; index < list.length; index += 1) {
    const sentence = sentenceAt(list, index);
    const length = sentence.cleanEnd - sentence.cleanStart;
    put(2 * (sentence.cleanStart - cleanEnd) + Number(sentence.sentence === 1));
    put(length);
    putSigned(sentence.start - end);
    putSigned(sentence.end - sentence.start - length);
    cleanEnd = sentence.cleanEnd;
    end = sentence.end;
  }
  return Uint8Array.from(bytes);
}

/** The sentences that `packSentences` packed. */
export function unpackSentences(bytes: Uint8Array): SentenceList {
  const numbers = new Int32Array(bytes.length);
  let count = 0;
  let number = 0;
  let shift = 0;
  for (const byte of bytes) {
    number |= (byte & LOW_BITS) << shift;
    shift += SHIFT;
    if (byte >= GOES_ON) continue;
    numbers[count] = number;
    count += 1;
    number = 0;
    shift = 0;
  }
  const list = emptyList(count / NUMBERS_PER_SENTENCE);
  let cleanEnd = 0;
  let end = 0;
  let paragraph = 0;
  let sentence = 0;
  for (let index = 0; index < list.length; index += 1) {
    const at = index * NUMBERS_PER_SENTENCE;
    const gap = numbers[at] as number;
    const length = numbers[at + 1] as number;
    const cleanStart = cleanEnd + (gap >> 1);
    const start = end + signed(numbers[at + 2] as number);
    if (gap & 1) paragraph += 1;
    sentence = gap & 1 ? 1 : sentence + 1;
    cleanEnd = cleanStart + length;
    end = start + length + signed(numbers[at + 3] as number);
    list.cleanStarts[index] = cleanStart;
    list.cleanEnds[index] = cleanEnd;
    list.starts[index] = start;
    list.ends[index] = end;
    list.paragraphs[index] = paragraph;
    list.sentences[index] = sentence;
  }
  return list;
}

const NUMBERS_PER_SENTENCE = 4;

function signed(number: number): number {
  return number & 1 ? -((number + 1) >> 1) : number >> 1;
}

function sentenceAt(list: SentenceList, index: number) {
  return {
    cleanStart: list.cleanStarts[index] as number,
    cleanEnd: list.cleanEnds[index] as number,
    start: list.starts[index] as number,
    end: list.ends[index] as number,
    sentence: list.sentences[index] as number,
  };
}

function emptyList(length: number): SentenceList {
  const numbers = () => new Int32Array(length);
  return {
    length,
    cleanStarts: numbers(),
    cleanEnds: numbers(),
    starts: numbers(),
    ends: numbers(),
    paragraphs: numbers(),
    sentences: numbers(),
  };
}
