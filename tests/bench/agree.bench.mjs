import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, zhagen } from './texts.mjs';

const UNITS = 50_000;
const CASES = 2_000;
const CODES = 75;

export const name = 'agree, 50,000 units of 2,000 cases, 1,000 resamples';
export const unit = 'unit';
const folder = makeFolder();

/** Two coders who differ in a fifth of the units; half of the units have no code, a ninth two. */
export async function prepare() {
  const cell = (at, coder) => {
    const code = (at * 7919 + (at % 5 === 0 ? coder * 13 : 0)) % (2 * CODES);
    if (code >= CODES) return '-';
    return at % 9 === 0 ? `c${code};c${(code + 1) % CODES}` : `c${code}`;
  };
  const rows = Array.from({ length: UNITS }, (_, at) => [at, at % CASES, cell(at, 0), cell(at, 1)].join());
  writeFileSync(join(folder, 'coding.csv'), ['id,case,A,B', ...rows].join('\n'));
}
export async function run() {
  await zhagen(['agree', '--from', 'coding.csv', '--all', '--quiet'], folder);
  return UNITS;
}
