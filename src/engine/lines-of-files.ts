import { UserError } from '../errors.js';
import { chunksOf } from '../sources/file-chunks.js';
import { sizeOf } from '../sources/find-files.js';
import { openCaseReader } from '../sources/read-case-file.js';
import { type ReadySlice, readSlice } from '../sources/read-share.js';
import { formatOf } from '../sources/stream-case-file.js';
import { type NumberedLine, readTextLines, STANDARD_INPUT } from '../sources/text-lines.js';
import { caseId } from '../stages/import/case-id.js';
import type { NamedLines } from './answer-lines.js';

/** Cases that are handed on together. */
const CASES_AT_ONCE = 20;

/** The JSON lines of standard input. */
export async function* linesOfStandardInput(): AsyncGenerator<NamedLines> {
  for await (const lines of readTextLines(process.stdin, STANDARD_INPUT))
    yield { path: STANDARD_INPUT, lines };
}

/** The lines of JSONL files as they are, and for each case of any other file that `import` reads a line like those. */
export async function* linesOfSlices(slices: readonly ReadySlice[]): AsyncGenerator<NamedLines> {
  for (const slice of slices) {
    const { path, isLink } = slice.found;
    if (isLink) throw new UserError('import/symbolic-link', { path });
    if (formatOf(path) !== 'jsonl') yield* linesOfCases(slice);
    else for await (const lines of jsonLines(slice)) yield { path, lines };
  }
}

/** The bytes that are read of slices; of rows those of the whole file. */
export function bytesOfSlices(slices: readonly ReadySlice[]): number {
  return slices.reduce(
    (sum, slice) => sum + (slice.kind === 'lines' ? slice.lines.to - slice.lines.from : sizeOf(slice.found)),
    0,
  );
}

function jsonLines(slice: ReadySlice): AsyncGenerator<NumberedLine[]> {
  const found = { ...slice.found, source: slice.found.path };
  if (slice.kind !== 'lines') return readTextLines(chunksOf(found), found.path);
  const { from, linesBefore } = slice.lines;
  return readTextLines(chunksOf(found, slice.lines), found.path, { bytes: from, lines: linesBefore });
}

async function* linesOfCases(slice: ReadySlice): AsyncGenerator<NamedLines> {
  const { path } = slice.found;
  const reader = openCaseReader({});
  let lines: NumberedLine[] = [];
  let number = 0;
  try {
    for await (const { record } of readSlice(reader, slice)) {
      let text = '';
      if (typeof record.text === 'string') text = record.text;
      else for await (const piece of record.text.pieces()) text += piece.text;
      number += 1;
      const line = JSON.stringify({ id: caseId(record), title: record.title ?? null, text });
      lines.push({ number, line });
      if (lines.length < CASES_AT_ONCE) continue;
      yield { path, lines };
      lines = [];
    }
    if (lines.length > 0) yield { path, lines };
  } finally {
    reader.close();
  }
}
