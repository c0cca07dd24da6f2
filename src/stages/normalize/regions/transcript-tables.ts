import type { RegionLine } from './region-line.js';
import { asksAmongAnswers, isAnswerer, isInterviewer } from './speakers.js';

const FEWEST_QUESTIONS = 2;
/** So many rows have two cells: who speaks, and what is said. */
const MOST_ROWS = 0.8;
const SAID = /[？?。！…]/;

/** The rows of tables that are no data but a conversation: who speaks stands in the first cell, what is said in the second. */
export function findTranscriptRows(lines: readonly RegionLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    let end = at;
    while (lines[end]?.text.includes('\t')) end += 1;
    if (isTranscript(lines.slice(at, end))) for (let row = at; row < end; row += 1) found.add(row);
    at = Math.max(at, end - 1);
  }
  return found;
}

function isTranscript(rows: readonly RegionLine[]): boolean {
  if (rows.length < FEWEST_QUESTIONS) return false;
  const cells = rows.map(({ text }) => text.split('\t'));
  const speakers = cells.map(([speaker = '']) => speaker.trim());
  const areAnswered = speakers.some(isAnswerer);
  const asked = cells.filter(
    (_, at) =>
      isInterviewer(speakers[at] as string) || (areAnswered && asksAmongAnswers(speakers[at] as string)),
  );
  const said = asked.filter(([, words = '']) => SAID.test(words));
  const pairs = cells.filter(({ length }) => length === 2);
  return (
    said.length >= FEWEST_QUESTIONS &&
    said.length * 2 >= asked.length &&
    pairs.length >= MOST_ROWS * rows.length
  );
}
