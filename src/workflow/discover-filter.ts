import { availableParallelism } from 'node:os';
import { localEngine } from '../engine/engine.js';
import { type TextsOfFiles, textsOfFiles } from '../engine/texts-of-files.js';
import { DEFAULT_WORKERS } from '../engine/worker-pool.js';
import { UserError } from '../errors.js';
import type { NewWord } from '../model/new-word.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { loadVocabulary, type VocabularyFiles } from '../project/load-vocabulary.js';
import type { DiscoverOptions } from '../stages/discover/word-candidates.js';
import { toTextForm } from '../text/text-form.js';

/** What `discover` reads and how. */
export type DiscoverFilterOptions = DiscoverOptions &
  VocabularyFiles &
  Omit<TextsOfFiles, 'slices'> & {
    readonly top?: number | undefined;
    /** Child processes that segment; the result does not depend on it. */
    readonly workers?: number | undefined;
  };

const HAN_CHARACTER = /\p{Script=Han}/u;

/** New words of files (a table of cases counts one text a row, any other file as one), best first. */
export async function* discoverInFiles(options: DiscoverFilterOptions): AsyncGenerator<NewWord> {
  const { files, workers = DEFAULT_WORKERS } = options;
  const { profile, minFrequency, maxLength } = options;
  const choose = openChoice(unwantedWords(loadVocabulary(options)), options.top);
  let hasHan = false;
  const looked = async function* (text: AsyncIterable<string>) {
    for await (const chunk of text) {
      hasHan ||= HAN_CHARACTER.test(chunk);
      yield chunk;
    }
  };
  const texts = async function* () {
    for await (const text of textsOfFiles(options)) yield looked(text);
  };
  const engine = localEngine({ workers: Math.min(workers, availableParallelism()) });
  const words = await engine.discover(texts(), { profile, minFrequency, maxLength });
  if (!hasHan) throw new UserError('discover/no-han', { source: files.join(' ') });
  yield* choose(words);
}

/** The words that a discovery is not to bring: those that are known, and those that are not wanted. */
export function unwantedWords({ userWords, stopWords, rejected }: Vocabulary): ReadonlySet<string> {
  return new Set([...userWords.map(({ word }) => word), ...stopWords, ...rejected]);
}

/** What takes the first so many of ranked words but the unwanted. */
export function openChoice(
  unwanted: ReadonlySet<string>,
  top = Number.POSITIVE_INFINITY,
): (words: Iterable<NewWord>) => Generator<NewWord> {
  return function* (words) {
    let rank = 0;
    for (const one of words) {
      if (unwanted.has(toTextForm(one.word))) continue;
      rank += 1;
      if (rank > top) return;
      yield one;
    }
  };
}
