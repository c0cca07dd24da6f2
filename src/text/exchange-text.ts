import type { Span } from '../model/span.js';
import { codePointLength } from './code-points.js';
import { partitionPoint } from './partition-point.js';

/** A text as exchange files have it: line feeds alone, characters composed (NFC), no mark at its beginning. */
export interface ExchangeText {
  readonly text: string;
  /** The place in that text of a span (code points) of the raw text. */
  readonly toExchange: (span: Span) => Span;
  /** The place in the raw text of a span of that text. */
  readonly toRaw: (span: Span) => Span;
}

/** A stretch that reads otherwise in one of two texts: where it is in each. */
interface Change {
  readonly raw: Span;
  readonly exchange: Span;
}

const MARK = /^\ufeff+/;
const LINE_END = /\r\n?/gu;
/** What composes with nothing before it, with all that may compose with it: marks, and the later letters of Hangul. */
const COMPOSED = /\r\n?|[\s\S][\p{M}\u1160-\u11ff]*/gu;

/** Makes the exchange form of a text, with the way there and back. A span that cuts through a changed stretch covers it. */
export function exchangeText(raw: string): ExchangeText {
  const whole = raw.toWellFormed();
  const begin = MARK.exec(whole)?.[0].length ?? 0;
  const isComposed = whole.normalize('NFC') === whole;
  if (begin === 0 && isComposed && !whole.includes('\r')) {
    return { text: whole, toExchange: (span) => span, toRaw: (span) => span };
  }
  const changes: Change[] = [];
  const parts: string[] = [];
  let [at, rawAt, exchangeAt] = [0, 0, 0];
  const keep = (until: number) => {
    const same = whole.slice(at, until);
    const length = codePointLength(same);
    parts.push(same);
    [at, rawAt, exchangeAt] = [until, rawAt + length, exchangeAt + length];
  };
  const change = (from: string, to: string) => {
    const [before, after] = [codePointLength(from), codePointLength(to)];
    changes.push({
      raw: { start: rawAt, end: rawAt + before },
      exchange: { start: exchangeAt, end: exchangeAt + after },
    });
    parts.push(to);
    [at, rawAt, exchangeAt] = [at + from.length, rawAt + before, exchangeAt + after];
  };
  if (begin > 0) change(whole.slice(0, begin), '');
  for (const { 0: from, index } of whole.slice(begin).matchAll(isComposed ? LINE_END : COMPOSED)) {
    const to = from.startsWith('\r') ? '\n' : from.normalize('NFC');
    if (to === from) continue;
    keep(begin + index);
    change(from, to);
  }
  keep(whole.length);
  return {
    text: parts.join(''),
    toExchange: (span) => moveSpan(changes, 'raw', 'exchange', span),
    toRaw: (span) => moveSpan(changes, 'exchange', 'raw', span),
  };
}

/** A case as a whole is the place before its text in both. */
function moveSpan(
  changes: readonly Change[],
  from: keyof Change,
  to: keyof Change,
  { start, end }: Span,
): Span {
  if (end === 0) return { start, end };
  const place = (at: number, count: number, edge: keyof Span) => {
    const change = changes[count - 1];
    if (!change) return at;
    return at < change[from].end ? change[to][edge] : at - change[from].end + change[to].end;
  };
  const begun = (condition: (at: number) => boolean) =>
    partitionPoint(changes.length, (index) => condition((changes[index] as Change)[from].start));
  return {
    start: place(
      start,
      begun((at) => at <= start),
      'start',
    ),
    end: place(
      end,
      begun((at) => at < end),
      'end',
    ),
  };
}
