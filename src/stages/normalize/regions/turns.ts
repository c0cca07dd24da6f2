import type { Region } from '../../../model/region.js';
import { offsetMap } from '../../../text/code-points.js';
import { findCast, type LabelledLine } from './cast.js';
import { endsSentence, hasChapterMark, type LineKinds, type RegionLine } from './region-line.js';
import {
  isAnswerer,
  isInterviewer,
  labelAtStart,
  labelsWithin,
  plainName,
  type TurnLabel,
} from './speakers.js';

interface Turn {
  readonly at: number;
  readonly label: TurnLabel;
  readonly asks: boolean;
}

const QUESTION = /[？?][”’"」]?$/;
/** Of the lines from the first turn to the last so many are turns where a text is a transcript. */
const TRANSCRIPT = 0.4;
/** Of all lines so many are turns where a text is nothing else. */
const WHOLE = 0.5;

/** The turns of those who speak: questions of the interviewer, and what all others say as body with a speaker. */
export function findTurns(lines: readonly RegionLine[], known: LineKinds): Region[] {
  const isFree = (at: number) => lines[at] !== undefined && !known.has(at);
  const labelled = readLabels(lines, isFree);
  const { askers, others } = findCast(lines, labelled);
  const asks = (name: string) => askers.has(name) || askers.has(plainName(name));
  const isSpeaker = (name: string) => asks(name) || others.has(plainName(name));
  const turns: Turn[] = [];
  const labels = new Map(labelled.map(({ at, label }) => [at, label]));
  for (const at of lines.keys()) {
    if (!isFree(at)) continue;
    const first = labels.get(at);
    const isTurn = first !== undefined && isSpeaker(first.name);
    const { text } = lines[at] as RegionLine;
    const within = labelsOf(text, isTurn, isTurn ? isSpeaker : () => false);
    for (const label of isTurn ? [first, ...within] : within) {
      turns.push({ at, label, asks: asks(label.name) || isInterviewer(label.name) });
    }
  }
  return regionsOf(lines, turns, isFree);
}

function readLabels(lines: readonly RegionLine[], isFree: (at: number) => boolean): LabelledLine[] {
  return lines.flatMap(({ text }, at) => {
    const label = isFree(at) ? labelAtStart(text) : null;
    if (label === null) return [];
    const goesOn = isFree(at + 1) && labelAtStart(lines[at + 1]?.text ?? '') === null;
    return [{ at, label, said: text.slice(label.end).trim(), goesOn }];
  });
}

/** Further labels within a line: of speakers who are known, or a question and its answer in one paragraph. */
function labelsOf(text: string, isTurn: boolean, isSpeaker: (name: string) => boolean): TurnLabel[] {
  if (!/[：:]/.test(text)) return [];
  const labels = labelsWithin(text).filter(
    ({ name }) => isSpeaker(name) || isInterviewer(name) || isAnswerer(name),
  );
  if (isTurn) return labels;
  const start = labelAtStart(text);
  const all =
    start !== null && (isInterviewer(start.name) || isAnswerer(start.name)) ? [start, ...labels] : labels;
  const question = all.findIndex(({ name }) => isInterviewer(name));
  const isAnswered = question !== -1 && all.slice(question).some(({ name }) => isAnswerer(name));
  return isAnswered ? all.slice(question) : [];
}

function regionsOf(
  lines: readonly RegionLine[],
  turns: readonly Turn[],
  isFree: (at: number) => boolean,
): Region[] {
  const starts = new Set(turns.map(({ at }) => at));
  const first = turns[0]?.at ?? 0;
  const last = turns.at(-1)?.at ?? 0;
  const isTranscript = starts.size >= TRANSCRIPT * (last - first + 1);
  // A paper goes on behind the interview that it quotes.
  const isWhole = starts.size > WHOLE * lines.length;
  const areAnswersLabelled = turns.some(({ asks }) => !asks);
  let offsets = { at: -1, map: offsetMap('') };
  return turns.map(({ at, label, asks }, index) => {
    const { text, start, end } = lines[at] as RegionLine;
    const next = turns[index + 1];
    if (offsets.at !== at) offsets = { at, map: offsetMap(text) };
    const from = start + offsets.map.toCodePoint(label.start);
    const speechStart = start + offsets.map.toCodePoint(label.end);
    const kind = asks ? ('question' as const) : ('body' as const);
    if (next?.at === at) {
      const said = text.slice(label.start, next.label.start).trimEnd();
      const to = start + offsets.map.toCodePoint(label.start + said.length);
      return { kind, start: from, end: to, speaker: label.name, speechStart: Math.min(to, speechStart) };
    }
    const isEmpty = text.slice(label.end).trim() === '';
    const stop = endOfTurn(
      lines,
      at,
      next?.at ?? (isWhole ? lines.length : at + 1 + Number(isEmpty)),
      isFree,
    );
    const goesOn = isTranscript || isEmpty ? stop : at + 1;
    const lastLine = asks ? lastOfQuestion(lines, at, goesOn, areAnswersLabelled, isEmpty) : goesOn - 1;
    const to = Math.max(end, lines[lastLine]?.end ?? end);
    return { kind, start: from, end: to, speaker: label.name, speechStart };
  });
}

function endOfTurn(
  lines: readonly RegionLine[],
  at: number,
  next: number,
  isFree: (at: number) => boolean,
): number {
  const isHeading = ({ text }: RegionLine) => hasChapterMark(text) && !endsSentence(text);
  let end = at + 1;
  while (end < next && isFree(end) && !isHeading(lines[end] as RegionLine)) end += 1;
  return end;
}

/**
 * A question goes on over further lines as far as a line asks. Whatever stands behind may be an answer without a
 * label, and is never left out.
 */
function lastOfQuestion(
  lines: readonly RegionLine[],
  at: number,
  end: number,
  areAnswersLabelled: boolean,
  isEmpty: boolean,
): number {
  const first = isEmpty ? Math.min(at + 1, end - 1) : at;
  if (!areAnswersLabelled) return first;
  for (let line = end - 1; line > first; line -= 1) {
    const { text } = lines[line] as RegionLine;
    if (QUESTION.test(text)) return line;
    if (isEmpty && line === at + 2 && !endsSentence(text)) return line;
  }
  return first;
}
