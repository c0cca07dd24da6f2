import { tagTime } from './tag-time.mjs';
import { laws, zhagen } from './texts.mjs';

export const name = 'keywords, 16 MB of laws';
export const unit = 'MB';
const corpus = laws(16);

export async function run() {
  if (corpus === null) return null;
  await zhagen(['keywords', corpus.file]);
  return corpus.megabytes;
}
export const baseline = () => tagTime(corpus.texts);
