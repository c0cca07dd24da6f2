import { tagTime } from './tag-time.mjs';
import { abstracts, zhagen } from './texts.mjs';

export const name = 'keywords, 16 MB of abstracts';
export const unit = 'MB';
const corpus = abstracts(16);

export async function run() {
  if (corpus === null) return null;
  await zhagen(['keywords', corpus.file]);
  return corpus.megabytes;
}
export const baseline = () => tagTime(corpus.texts);
