import type { Span } from '../../../../model/span.js';
import type { ReadLine } from '../../../../workflow/read-case-text.js';
import type { FindLines } from './find-lines.js';
import { rawOfStretch, stretchOfRaw } from './places.js';

/** Which end of a selection moves, which way, and by how much. */
export interface EdgeMove {
  readonly edge: 'start' | 'end';
  readonly step: 1 | -1;
  readonly by: 'word' | 'character';
}

type Lines = readonly Pick<ReadLine, 'text' | 'origins'>[];

/** Moves an edge of a raw span to the next place where a word, or a character, begins or ends; never past the other edge. */
export function moveEdge(
  { lines, find }: { readonly lines: Lines; readonly find: FindLines },
  span: Span,
  { edge, step, by }: EdgeMove,
): Span {
  const own = find(span);
  const index = edge === 'start' ? own[0] : own.at(-1);
  const line = lines[index ?? -1];
  const stretch = line && stretchOfRaw(line, span);
  if (index === undefined || !line || !stretch) return span;
  const at = edge === 'start' ? stretch[0] : stretch[1];
  const places = placesIn(line.text, by);
  const next = step === 1 ? places.find((one) => one > at) : places.findLast((one) => one < at);
  const moved =
    next === undefined ? edgeOfNeighbour(lines[index + step], step, by) : edgeAt(line, next, edge);
  if (moved === null) return span;
  const start = edge === 'start' ? moved.start : span.start;
  const end = edge === 'end' ? moved.end : span.end;
  return start < end ? { start, end } : span;
}

/** The raw span around a place in a line whose begin is the place as a beginning, and whose end is it as an end. */
function edgeAt(line: Lines[number], at: number, edge: EdgeMove['edge']): Span | null {
  return rawOfStretch(line, edge === 'start' ? [at, at + 1] : [at - 1, at]);
}

function edgeOfNeighbour(line: Lines[number] | undefined, step: 1 | -1, by: EdgeMove['by']): Span | null {
  if (!line) return null;
  const places = placesIn(line.text, by);
  const [from, to] = step === 1 ? [places[0], places[1]] : [places.at(-2), places.at(-1)];
  return from === undefined || to === undefined ? null : rawOfStretch(line, [from, to]);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where words, or characters, begin and end in a line, in code points. */
function placesIn(text: string, by: EdgeMove['by']): number[] {
  const places = [0];
  let done = 0;
  const parts = by === 'word' ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text];
  for (const part of parts) {
    done += [...part].length;
    places.push(done);
  }
  return places;
}
