import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { measurePages } from './serve-pages.mjs';
import { makeCases, makeFolder, writeCases, zhagen } from './texts.mjs';

const CASES = 2000;
const LONG = 300_000;
const CLIENT = fileURLToPath(new URL('../../dist/web/client/', import.meta.url));

export const name = `the workbench in a browser, ${CASES} cases × 3,000 characters and one of ${LONG}`;
export const unit = 'act';
const folder = makeFolder();

export async function prepare() {
  const cases = writeCases(join(folder, 'cases'), makeCases(CASES, 3000));
  const [long] = makeCases(1, LONG);
  writeFileSync(join(cases, 'long.txt'), long.replaceAll(/((?:[^。]*。){4})/g, '$1\n'));
  for (const args of [['import', 'cases'], ['mine'], ['code', '--codebook', 'six-pillars']]) {
    await zhagen([...args, '--quiet'], folder);
  }
}

export async function run() {
  const acts = await measurePages(join(folder, 'zhagen.db'), 'long');
  const sizes = readdirSync(CLIENT).map((file) => gzipSync(readFileSync(join(CLIENT, file))).length);
  console.log(`client, gzipped\t${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1)} KB`);
  return acts;
}
