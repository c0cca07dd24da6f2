import type { TracedText } from '../model/normalized-text.js';
import type { Region, RegionKind } from '../model/region.js';
import type { Span } from '../model/span.js';
import { offsetMap } from './code-points.js';
import { type Change, changeOrigins } from './origins.js';

/** A stretch of a text that is kept, where it begins in the whole, and the line end that parts it from what is before it. */
interface Kept {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly border: '' | '\n';
}

/** The labels of turns and the stretches of a text of so many code points whose kind is not given, adjacent ones as one. */
export function spansOutside(
  regions: readonly Region[],
  kinds: readonly RegionKind[],
  characters: number,
): Span[] {
  const spans: { start: number; end: number }[] = [];
  const add = (start: number, end: number, isOutside: boolean) => {
    if (start >= end || !isOutside) return;
    const last = spans.at(-1);
    if (last?.end === start) last.end = end;
    else spans.push({ start, end });
  };
  let done = 0;
  const isBodyOutside = !kinds.includes('body');
  for (const { start, end, kind, speechStart = start } of regions) {
    add(done, start, isBodyOutside);
    add(start, speechStart, true);
    add(speechStart, end, !kinds.includes(kind));
    done = end;
  }
  add(done, characters, isBodyOutside);
  return spans;
}

/** The stretches that any of some spans covers, in order; spans that touch are one. */
export function uniteSpans(spans: readonly Span[]): Span[] {
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = united.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}

/**
 * Takes spans (code points, rising and apart) out of a clean text. What remains keeps its origins; a line end parts
 * what was not adjacent, and no empty line is left where whole lines were taken out.
 */
export function leaveOut<Text extends TracedText>(normalized: Text, spans: readonly Span[]): Text {
  if (spans.length === 0) return normalized;
  const texts: string[] = [];
  const changes: Change[] = [];
  let done = 0;
  for (const { text, start, end, border } of keptStretches([normalized.text], spans)) {
    texts.push(border, text);
    if (start > done) changes.push({ start: done, end: start, length: border.length });
    done = end;
  }
  const { length } = offsetMap(normalized.text);
  if (done < length) changes.push({ start: done, end: length, length: 0 });
  return {
    ...normalized,
    text: texts.join(''),
    origins: changeOrigins(normalized.origins, changes, length),
  };
}

/** The text of `leaveOut` part by part, wherever the parts are cut. */
export function* leaveOutOfParts(parts: Iterable<string>, spans: readonly Span[]): Generator<string> {
  if (spans.length === 0) yield* parts;
  else for (const { text, border } of keptStretches(parts, spans)) yield `${border}${text}`;
}

function* keptStretches(parts: Iterable<string>, spans: readonly Span[]): Generator<Kept> {
  let partStart = 0;
  let next = 0;
  let isAtLineStart = true;
  let isApart = false;
  for (const part of parts) {
    const offsets = offsetMap(part);
    const partEnd = partStart + offsets.length;
    let place = partStart;
    while (place < partEnd) {
      const span = spans[next];
      if (span !== undefined && span.start <= place) {
        isApart = true;
        place = Math.min(partEnd, span.end);
        if (span.end <= partEnd) next += 1;
        continue;
      }
      const end = Math.min(partEnd, span?.start ?? partEnd);
      const text = part.slice(offsets.toUtf16(place - partStart), offsets.toUtf16(end - partStart));
      const isBlankLine: boolean = isApart && isAtLineStart && text.startsWith('\n');
      const kept: string = isBlankLine ? text.slice(1) : text;
      if (kept !== '') {
        const border = isApart && !isAtLineStart && !text.startsWith('\n') ? '\n' : '';
        yield { text: kept, start: isBlankLine ? place + 1 : place, end, border };
        isAtLineStart = kept.endsWith('\n');
        isApart = false;
      }
      place = end;
    }
    partStart = partEnd;
  }
}
