import { join } from 'node:path';
import { tagTime } from './tag-time.mjs';
import { makeCases, makeFolder, writeCases, zhagen } from './texts.mjs';

export const name = 'run, 117 cases of 3,000 characters';
export const unit = 'case';
const texts = makeCases(117, 3000);
const folder = makeFolder();
writeCases(join(folder, 'cases'), texts);

export async function run() {
  await zhagen(['run', 'cases', '--codebook', 'six-pillars', '--out', 'tables', '--quiet'], folder);
  return texts.length;
}
export const baseline = () => tagTime(texts);
