import { NOTE_MARK, SMALLER, usualSize } from './line-kinds.js';
import type { PageLine } from './page-line.js';

/** The lines of columns one after the other; the notes below each column but the last stand behind them all, so that they part no sentence. */
export function notesBehind(columns: readonly (readonly PageLine[])[]): PageLine[] {
  const usual = usualSize(columns.flat());
  const parted = columns.map((lines) => {
    const foot = lines.findLastIndex(({ size }) => size >= SMALLER * usual) + 1;
    const end = foot > 0 && NOTE_MARK.test(lines[foot]?.text ?? '') ? foot : lines.length;
    return { text: lines.slice(0, end), notes: lines.slice(end) };
  });
  return [...parted.flatMap(({ text }) => text), ...parted.flatMap(({ notes }) => notes)];
}
