import { join } from 'node:path';
import { tagTime } from './tag-time.mjs';
import { makeCases, makeFolder, writeCases, zhagen } from './texts.mjs';

const CODEBOOKS = [
  'six-pillars',
  'five-revitalisations',
  'linkage-mechanism',
  'policy-coordination',
  'sichuan-linkage',
];

export const name = 'code, 10,000 cases × 5 codebooks';
export const unit = 'case';
const texts = makeCases(10_000, 300);
const folder = makeFolder();

export async function prepare() {
  writeCases(join(folder, 'cases'), texts);
  await zhagen(['import', 'cases', '--quiet'], folder);
  await zhagen(['mine', '--quiet'], folder);
}
export async function run() {
  for (const codebook of CODEBOOKS) await zhagen(['code', '--codebook', codebook, '--quiet'], folder);
  return CODEBOOKS.length * texts.length;
}
export const baseline = () => tagTime(texts);
