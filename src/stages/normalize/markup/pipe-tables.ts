import type { Edit } from '../../../text/edits.js';
import type { MarkupTable } from './html-tables.js';

const LINE = /[^\r\n\f]+/g;
const RULE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$|^\s*\|\s*:?-{2,}:?\s*\|?\s*$/;
/** Below the head one dash a cell is enough, as in `:-:|-:`. */
const RULE_BELOW_HEAD = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;
const FRAMED_ROW = /^\s*\|.*\|\s*$/;
const BAR = /(?:(?<![ \t])[ \t]+)?(?<!\\)\|[ \t]*/g;
const FEWEST_ROWS = 2;

interface Row {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The tables that a text holds in Markdown: rows of cells between bars, with a rule below the head or framed by bars. */
export function findPipeTables(text: string): MarkupTable[] {
  const tables: MarkupTable[] = [];
  let run: Row[] = [];
  const endRun = () => {
    if (isTable(run)) tables.push(tableOf(run));
    run = [];
  };
  for (const { 0: line, index } of text.matchAll(LINE)) {
    const isNext = run.length > 0 && /^(?:\r\n|[\r\n])$/.test(text.slice(run.at(-1)?.end, index));
    if (!isNext) endRun();
    if (line.includes('|')) run.push({ text: line, start: index, end: index + line.length });
    else endRun();
  }
  endRun();
  return tables;
}

function isRule(row: string, at: number): boolean {
  return RULE.test(row) || (at === 1 && RULE_BELOW_HEAD.test(row));
}

function isTable(rows: readonly Row[]): boolean {
  if (rows.length < FEWEST_ROWS) return false;
  return isRule(rows[1]?.text ?? '', 1) || rows.every(({ text }) => FRAMED_ROW.test(text));
}

function tableOf(rows: readonly Row[]): MarkupTable {
  const edits = rows.flatMap((row, at) => {
    if (!isRule(row.text, at)) return editBars(row);
    // The rule goes with the line end before it, or behind it when nothing is above.
    const before = rows[at - 1];
    const next = rows[at + 1];
    if (before !== undefined) return [{ start: before.end, end: row.end, replacement: '' }];
    return [{ start: row.start, end: next?.start ?? row.end, replacement: '' }];
  });
  return { start: rows[0]?.start ?? 0, end: rows.at(-1)?.end ?? 0, edits };
}

function editBars({ text, start, end }: Row): Edit[] {
  return [...text.matchAll(BAR)].map(({ 0: bar, index }) => {
    const from = start + index;
    const to = from + bar.length;
    const isFrame = text.slice(0, index).trim() === '' || text.slice(index + bar.length).trim() === '';
    return { start: from, end: to, replacement: isFrame && (from === start || to === end) ? '' : '\t' };
  });
}
