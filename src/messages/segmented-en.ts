import type { PosMark, RecognisedWords, WordSeparator } from '../model/given-word.js';
import { groupBy } from '../text/group-by.js';
import { counted } from './counted.js';
import type { ErrorsOf } from './messages.js';

/** What is said of texts that were not cut into words before, in English. */
export const segmentedErrors: Pick<
  ErrorsOf<'import'>,
  'import/not-segmented' | 'import/segmented-document'
> = {
  'import/not-segmented': ({ path }) =>
    `${path}: its words are not parted by blanks, slashes, bars or line ends, nor a list of words in JSON. Import it without --segmented.`,
  'import/segmented-document': ({ path }) =>
    `${path}: only texts and tables of cases are read with --segmented. Save it as .txt, or import it without --segmented.`,
};

const SEPARATORS: Readonly<Record<WordSeparator, string>> = {
  blank: 'parted by blanks',
  slash: 'parted by slashes',
  bar: 'parted by bars',
  line: 'one a line',
  list: 'in lists',
};

const MARKS: Readonly<Record<PosMark, string>> = {
  '/': '词/n',
  _: '词_n',
  blank: '词 n',
  list: '["词", "n"]',
};

/** How the words of texts were recognised, in English. */
export function segmentedReport(texts: readonly RecognisedWords[]): string[] {
  const kinds = groupBy(texts, ({ separator, posMark }) => `${separator} ${posMark}`);
  return [...kinds.values()].flatMap((alike) => {
    const [first] = alike as [RecognisedWords];
    const words = alike.reduce((sum, one) => sum + one.words, 0);
    const tagged = alike.reduce((sum, one) => sum + one.tagged, 0);
    const pos =
      first.posMark === null
        ? 'without parts of speech'
        : `${tagged} with a part of speech (${MARKS[first.posMark]})`;
    return `Words as they were given: ${counted(words, 'word')} of ${counted(alike.length, 'text')}, ${SEPARATORS[first.separator]}, ${pos}.`;
  });
}
