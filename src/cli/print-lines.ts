import { once } from 'node:events';
import type { NewWord } from '../model/new-word.js';
import type { MergedParts } from '../workflow/parts/merge-parts.js';
import type { Globals, Io } from './io.js';

const columns = [
  'word',
  'pos',
  'score',
  'frequency',
  'cases',
  'cohesion',
  'leftEntropy',
  'rightEntropy',
  'hmmShare',
  'alignment',
  'knownAlignment',
  'cutsInside',
  'beginShare',
  'endShare',
  'length',
  'inDictionary',
] as const;

/** Lines that are written together. */
const LINES_AT_ONCE = 1000;

/** Writes new words to standard output, with a head and tabs or as JSON lines. */
export async function printNewWords(io: Io, words: AsyncIterable<NewWord>, asJson: boolean): Promise<void> {
  const lines: string[] = asJson ? [] : [columns.join('\t')];
  for await (const word of words) {
    if (asJson) io.json(word);
    else lines.push(columns.map((column) => word[column]).join('\t'));
    if (lines.length >= LINES_AT_ONCE) io.print(lines.splice(0).join('\n'));
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  }
  if (lines.length > 0) io.print(lines.join('\n'));
}

/** Writes what parts together give, in the form of the command that they are of. */
export async function printMerged(io: Io, { json, quiet }: Globals, merged: MergedParts): Promise<void> {
  if (merged.unreadFiles > 0 && !quiet) io.note(io.say.reports.partsUnread(merged.unreadFiles));
  if (merged.command === 'terms') return printText(merged.lines);
  if (merged.command !== 'discover') return printJsonLines(io, merged.rows);
  await printNewWords(io, merged.words, json || merged.format === 'jsonl');
}

/** Writes rows to standard output as JSON lines. */
export async function printJsonLines(io: Io, rows: AsyncIterable<unknown>): Promise<void> {
  for await (const row of rows) {
    io.json(row);
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  }
}

/** Writes text to standard output as it comes. */
export async function printText(text: AsyncIterable<string>): Promise<void> {
  for await (const some of text) if (!process.stdout.write(some)) await once(process.stdout, 'drain');
}
