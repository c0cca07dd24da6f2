import type { NormalizedText, OriginRun } from '../../model/normalized-text.js';
import type { Region } from '../../model/region.js';
import type { Span } from '../../model/span.js';
import { codePointLength, sliceCodePoints } from '../../text/code-points.js';
import { applyEdits, type Edit } from '../../text/edits.js';
import { cutOrigins, moveOrigins, rawSpan } from '../../text/origins.js';
import { addCounts, joinSections } from './sections.js';

/**
 * An edit that takes a block, up to `blockEnd`, out of a sentence it tore; the block comes back as lines after the
 * text, and the replacement stands for what lies behind the block alone.
 */
export interface SetApart extends Edit {
  readonly block: NormalizedText;
  readonly blockEnd: number;
}

/** A block that was set apart, and what it is. */
export interface ApartBlock extends NormalizedText {
  readonly kind: 'note' | 'caption';
}

/** What an edit leaves in the text, be it there or set apart. */
export function remainsOf(edit: Edit | SetApart): string {
  return 'block' in edit ? `${edit.replacement}${edit.block.text}\n` : edit.replacement;
}

/** Makes the edits of a step; the blocks come out beside a text whose counts tell that they are not lost. */
export function takeBlocks(
  before: NormalizedText,
  edits: readonly (Edit | SetApart)[],
  step: string,
): { blocks: NormalizedText[]; text: NormalizedText } {
  const isWhole = !edits.some((edit) => 'block' in edit);
  if (isWhole) return { blocks: [], text: applyEdits(before, edits, step) };
  const blocks = edits.flatMap((edit) => ('block' in edit ? [edit.block] : []));
  const plain = edits.flatMap((edit) => {
    if (!('block' in edit)) return [edit];
    const { start, blockEnd, end, replacement } = edit;
    return [
      { start, end: blockEnd, replacement: '' },
      { start: blockEnd, end, replacement },
    ];
  });
  const text = applyEdits(before, plain, step);
  const kept = blocks.reduce((sum, { text: block }) => sum + codePointLength(block) + 1, 0);
  const correction = { step, edits: edits.length - plain.length, removed: -kept };
  return { blocks, text: { ...text, steps: addCounts([text.steps, [correction]]) } };
}

/**
 * What was set apart, as lines of its own that come after the text: each block begins a line. They stand in the order
 * of the raw text, so that the origins rise from the first code point to the last.
 */
export function asEndNotes(blocks: readonly ApartBlock[]): {
  readonly notes: NormalizedText;
  readonly regions: readonly Region[];
} {
  const parts: NormalizedText[] = [];
  const regions: Region[] = [];
  let length = 0;
  for (const block of inOrder(blocks)) {
    const { start, end } = rawSpan(block, { start: 0, end: 1 });
    const lineEnd = { start: length, length: 1, origin: start, width: end - start };
    parts.push({
      text: `\n${block.text}`,
      origins: [lineEnd, ...moveOrigins(block.origins, length + 1, 0)],
      steps: [],
    });
    regions.push(...regionsOfBlock(block, length + 1));
    length += 1 + codePointLength(block.text);
  }
  return { notes: joinSections(parts), regions };
}

/** The rows of a table that was set apart with its caption are a table. */
function regionsOfBlock({ kind, text }: ApartBlock, start: number): Region[] {
  let at = start;
  return text.split('\n').flatMap((line, index) => {
    const end = at + codePointLength(line);
    const isRow = kind === 'caption' && index > 0 && line.includes('\t');
    const region = { kind: isRow ? ('table' as const) : kind, start: at, end };
    at = end + 1;
    return line === '' ? [] : [region];
  });
}

/** Blocks in the order of the raw text; a footnote that stood within the rows of a figure parts them in two. */
function inOrder(blocks: readonly ApartBlock[]): ApartBlock[] {
  const ordered: ApartBlock[] = [];
  const waiting = blocks.filter(({ text }) => text !== '').sort((a, b) => firstOrigin(b) - firstOrigin(a));
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    const next = waiting.at(-1);
    const [rows, rest] = next === undefined ? [block] : partAt(block, firstOrigin(next));
    ordered.push(rows);
    if (rest === undefined) continue;
    const place = waiting.findLastIndex((other) => firstOrigin(other) > firstOrigin(rest));
    waiting.splice(place + 1, 0, rest);
  }
  return ordered;
}

/** A block up to a place of the raw text, without the mark between two cells or rows there, and what is behind. */
function partAt(block: ApartBlock, origin: number): [ApartBlock, ApartBlock?] {
  const runs = block.origins.filter((run) => run.origin <= origin);
  const last = runs.at(-1) as OriginRun;
  const end = last.width === null ? Math.min(last.length, origin - last.origin + 1) : last.length;
  const at = last.start + end;
  if (at === codePointLength(block.text)) return [block];
  const rest = cutOut(block, { start: at, end: codePointLength(block.text) });
  const isParted = /^[\t\n]/.test(rest.text);
  return [
    cutOut(block, { start: 0, end: at }),
    isParted ? cutOut(rest, { start: 1, end: codePointLength(rest.text) }) : rest,
  ];
}

function cutOut({ text, origins, kind }: ApartBlock, span: Span): ApartBlock {
  return { kind, text: sliceCodePoints(text, span), origins: cutOrigins(origins, span), steps: [] };
}

/** Where a block stood in the raw text. */
function firstOrigin(block: NormalizedText): number {
  return rawSpan(block, { start: 0, end: 1 }).start;
}
