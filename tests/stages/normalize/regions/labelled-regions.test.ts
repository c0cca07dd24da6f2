import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCleaning } from '../../../../src/stages/normalize/normalize-text.js';
import { offsetMap } from '../../../../src/text/code-points.js';
import { rawSpan } from '../../../../src/text/origins.js';

const SHARED = join(import.meta.dirname, '../../../../../shared');
const rows = readFileSync(join(import.meta.dirname, 'shared-regions.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((row) => row.split('\t') as [name: string, number: string, hash: string, kind: string]);
const names = [...new Set(rows.map(([name]) => name))];
const isThere = names.every((name) => existsSync(join(SHARED, name)));

/** The region that most of each line of a raw text has in its clean text, by the number of the line. */
function kindsByLine(raw: string): Map<number, string> {
  const { add, end } = openCleaning();
  const sections = [...add(raw), end()];
  const offsets = offsetMap(raw);
  const lineOf: number[] = [];
  for (let at = 0, line = 1; at < raw.length; at += 1) {
    lineOf[offsets.toCodePoint(at)] = line;
    if (raw[at] === '\n') line += 1;
  }
  const counts = new Map<number, Map<string, number>>();
  for (const { normalized, regions } of sections) {
    for (const [at, letter] of [...normalized.text].entries()) {
      if (letter.trim() === '') continue;
      const line = lineOf[rawSpan(normalized, { start: at, end: at + 1 }).start] ?? 0;
      const kind = regions.find(({ start, end: stop }) => start <= at && at < stop)?.kind ?? 'body';
      const kinds = counts.get(line) ?? new Map<string, number>();
      counts.set(line, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
    }
  }
  return new Map(
    [...counts].map(([line, kinds]) => [line, [...kinds].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '']),
  );
}

/** The lines of a paper that have another region than a reader gave them: `line: found instead of right`. */
function faultsOf(name: string): string[] {
  const raw = readFileSync(join(SHARED, name), 'utf8');
  const lines = raw.split('\n');
  const found = kindsByLine(raw);
  return rows
    .filter(([own]) => own === name)
    .flatMap(([, number, hash, right]) => {
      const text = lines[Number(number) - 1]?.trim() ?? '';
      if (createHash('sha256').update(text).digest('hex').slice(0, 12) !== hash) {
        throw new Error(`${name}, line ${number}: not the line that was labelled`);
      }
      const kind = found.get(Number(number)) ?? 'furniture';
      return kind === right ? [] : [`${number}: ${kind} instead of ${right}`];
    });
}

describe.skipIf(!isThere)(
  'regions of papers beside the project, labelled by reading (skipped without ../shared)',
  () => {
    it.each(names)('are right in at least 98 of 100 lines of %s', (name) => {
      const count = rows.filter(([own]) => own === name).length;
      expect(count).toBeGreaterThan(80);
      expect(faultsOf(name).length).toBeLessThanOrEqual(count * 0.02);
    });
  },
);
