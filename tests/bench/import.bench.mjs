import { tagTime } from './tag-time.mjs';
import { laws, makeFolder, zhagen } from './texts.mjs';

export const name = 'import, 57 MB of laws';
export const unit = 'MB';
const corpus = laws();

export async function run() {
  if (corpus === null) return null;
  await zhagen(['import', corpus.file, '--quiet'], makeFolder());
  return corpus.megabytes;
}
export const baseline = () => tagTime(corpus.texts);
