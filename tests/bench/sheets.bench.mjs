import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { makeCases, makeFolder, writeCases, zhagen } from './texts.mjs';

const CASES = 2000;
const ROWS = 20_000;

export const name = `sheets, ${ROWS} rows out and in, ${CASES} cases × 3,000 characters`;
export const unit = 'row';
const folder = makeFolder();

export async function prepare() {
  writeCases(join(folder, 'cases'), makeCases(CASES, 3000));
  for (const args of [['import', 'cases'], ['mine'], ['code', '--codebook', 'six-pillars']]) {
    await zhagen([...args, '--quiet'], folder);
  }
}

export async function run() {
  const [sheet, filled] = [join(folder, 'sheet.xlsx'), join(folder, 'filled.xlsx')];
  const about = ['--what', 'passages', '--coder', '王', '--sample', String(ROWS)];
  await tell('out', ['review', 'export', ...about, '--out', sheet]);
  // As a coder hands it in: every row is confirmed or rejected.
  const { rows, name: title } = (await readXlsx(readFileSync(sheet))).sheets[0];
  const verdict = rows[0].indexOf('判定');
  for (const [at, row] of rows.entries()) if (at > 0) row[verdict] = at % 3 === 0 ? '否决' : '确认';
  writeFileSync(filled, await writeXlsx({ sheets: [{ name: title, rows }] }));
  copyFileSync(join(folder, 'zhagen.db'), join(folder, 'in.db'));
  await tell('in', ['review', 'import', filled, '--db', 'in.db']);
  return rows.length - 1;
}

async function tell(what, args) {
  const start = performance.now();
  await zhagen([...args, '--quiet'], folder);
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
