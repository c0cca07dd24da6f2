import { UserError } from '../errors.js';
import { formatCountsHeader, parseCountLine, parseCountsHeader } from '../formats/count-lines.js';
import type { CountsFault } from '../model/problem.js';
import type { CountsKind, StringCounts } from '../model/string-counts.js';
import { readError } from '../sources/read-bytes.js';
import { chunksOf } from '../sources/text-lines.js';
import { compareByCodePoint } from '../text/code-points.js';

/** Counts that are read string by string, ordered by code point; a string may come more than once. */
export interface CountsCursor {
  readonly name: string;
  readonly kind: CountsKind;
  /** The string that is read; undefined behind the last one. */
  readonly current: () => StringCounts | undefined;
  /** Reads the next string; what it returns is to be awaited when there is something to wait for. */
  readonly advance: () => Promise<void> | undefined;
  readonly close: () => Promise<unknown>;
}

/** Bytes of a line: every Han character there is stands on both sides of a string. */
const LONGEST_LINE = 2 ** 22;
const LINE_FEED = 0x0a;

/**
 * Opens the counts in a file or on standard input and reads their first string. There may be several headers, as of
 * files that were sorted together, but all must say the same.
 * @throws UserError counts/bad-line, counts/different, import/missing-path, import/unreadable; `advance`, too
 */
export async function openCounts(file: string): Promise<CountsCursor> {
  const batches = readLines(file);
  let lines: readonly string[] = [];
  let at = 0;
  let number = 0;
  let kind: CountsKind | undefined;
  let current: StringCounts | undefined;

  const readHeader = (line: string) => {
    const found = parseCountsHeader(line);
    if (!found) throw badLine(file, number, 'header');
    kind ??= found;
    requireSameKind({ name: file, kind: found }, { name: file, kind }, number);
  };
  const parse = (line: string, of: CountsKind): StringCounts => {
    const counts = parseCountLine(line, of);
    if (typeof counts === 'string') throw badLine(file, number, counts);
    if (current && compareByCodePoint(current.text, counts.text) > 0) throw badLine(file, number, 'order');
    return counts;
  };
  /** Takes the next string of the lines at hand, if there is one. */
  const take = (): boolean => {
    while (at < lines.length) {
      const line = lines[at] as string;
      at += 1;
      number += 1;
      if (!kind || (!current && line.startsWith('#'))) readHeader(line);
      else {
        current = parse(line, kind);
        return true;
      }
    }
    return false;
  };
  const takeLater = async (): Promise<void> => {
    for (;;) {
      const { value, done } = await batches.next();
      if (done) {
        current = undefined;
        return;
      }
      lines = value;
      at = 0;
      if (take()) return;
    }
  };

  await takeLater();
  if (!kind) throw badLine(file, 1, 'header');
  return {
    name: file,
    kind,
    current: () => current,
    advance: () => (take() ? undefined : takeLater()),
    close: () => batches.return(undefined),
  };
}

/**
 * Asks that counts can be added to others.
 * @throws UserError counts/different
 */
export function requireSameKind(
  { name, kind }: Pick<CountsCursor, 'name' | 'kind'>,
  first: Pick<CountsCursor, 'name' | 'kind'>,
  line = 1,
): void {
  const [found, wanted] = [kind, first.kind].map((one) =>
    formatCountsHeader(one).split('\t').slice(2).join(', '),
  );
  if (found === undefined || wanted === undefined || found === wanted) return;
  throw new UserError('counts/different', { path: name, line, found, wanted, first: first.name });
}

/** The lines of a file without their ends, those that end in one chunk together. */
async function* readLines(file: string): AsyncGenerator<readonly string[]> {
  let rest: Uint8Array = new Uint8Array();
  let number = 1;
  try {
    for await (const chunk of chunksOf(file)) {
      const end = chunk.lastIndexOf(LINE_FEED);
      if (end >= 0) {
        const lines = decodeLines(Buffer.concat([rest, chunk.subarray(0, end)]), file, number);
        number += lines.length;
        yield lines;
      }
      rest = end < 0 ? Buffer.concat([rest, chunk]) : chunk.slice(end + 1);
      if (rest.length > LONGEST_LINE) throw badLine(file, number, 'too-long');
    }
  } catch (error) {
    throw readError(error, file);
  }
  if (rest.length > 0) throw badLine(file, number, number === 1 ? 'header' : 'unfinished');
}

function decodeLines(bytes: Uint8Array, file: string, first: number): string[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes).split('\n');
  } catch {
    let number = first;
    for (let start = 0; ; number += 1) {
      const end = bytes.indexOf(LINE_FEED, start);
      try {
        decoder.decode(bytes.subarray(start, end < 0 ? undefined : end));
      } catch {
        throw badLine(file, number, 'not-utf8');
      }
      start = end + 1;
    }
  }
}

function badLine(path: string, line: number, fault: CountsFault): UserError {
  return new UserError('counts/bad-line', { path, line, fault });
}
