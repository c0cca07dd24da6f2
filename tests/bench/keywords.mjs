// Keywords of lines, in two workers, beside nodejieba's own `tag` on the same text in one process.
import { tagTime } from './tag-time.mjs';
import { zhagen } from './texts.mjs';

/** A bench of a corpus of `texts.mjs`, skipped where it is null. */
export function keywordsBench(title, corpus) {
  return {
    name: `keywords, ${title}`,
    unit: 'MB',
    run: async () => {
      if (corpus === null) return null;
      await zhagen(['keywords', corpus.file]);
      return corpus.megabytes;
    },
    baseline: () => tagTime(corpus.texts),
  };
}
