import type { CaseRecord, LongText } from '../model/case-record.js';
import type { GivenWord, RecognisedWords } from '../model/given-word.js';
import { readGivenWords } from '../stages/import/read-given-words.js';

/** A case as it is imported, and the words that its text was given with; null for a text that the program cuts. */
interface ReadWords {
  readonly record: CaseRecord<string | LongText>;
  readonly words: readonly GivenWord[] | null;
}

/** Makes what reads the words of texts that were cut before, where they were, and keeps how these were recognised. */
export function openWordReader(isSegmented: boolean): {
  readonly readWords: (record: CaseRecord<string | LongText>) => ReadWords;
  readonly recognised: readonly RecognisedWords[];
} {
  const recognised: RecognisedWords[] = [];
  return {
    recognised,
    readWords: (record) => {
      const { text } = record;
      if (!isSegmented || record.isWithoutText || typeof text !== 'string') return { record, words: null };
      const given = readGivenWords({ ...record, text });
      recognised.push(given.recognised);
      return given;
    },
  };
}
