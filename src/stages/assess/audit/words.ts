import type { Code, Codebook } from '../../../model/codebook.js';
import type { PublishedStudy } from '../../../model/published-study.js';
import { cleanWord } from './clean-word.js';
import type { PublishedTable } from './published-table.js';

/** How words of tables find each other and their codes, level by level. */
export interface Words {
  /** The word that stands for all that mean the same at a level. */
  readonly canonical: (level: string, word: string) => string;
  /** The code that a word is the label or a term of. */
  readonly codeOf: (level: string, word: string) => Code | undefined;
  /** Whether a word is another name of what it stands for, and not the label of a code. */
  readonly isOtherName: (level: string, word: string) => boolean;
}

/**
 * Two words mean the same when the study says so, when they are the labels of one code in two languages, or when
 * one is a term of a code whose label is printed too. A term alone is no synonym: a codebook may gather under
 * one code what a study keeps apart.
 */
export function wordsOf(
  { aliases }: Pick<PublishedStudy, 'aliases'>,
  codebook: Codebook | null,
  tables: readonly Pick<PublishedTable, 'entries'>[],
): Words {
  const meant = new Map(aliases.map(({ word, means }) => [cleanWord(word), cleanWord(means)]));
  const owners = new Map((codebook?.levels ?? []).map(({ id }) => [id, ownersAt(id, codebook as Codebook)]));
  const printed = new Set(
    tables.flatMap(({ entries }) =>
      entries.flatMap(({ path }) => [...path].map(([level, word]) => `${level}\t${word}`)),
    ),
  );
  const codeOf = (level: string, word: string) => {
    const own = owners.get(level);
    return own?.get(word) ?? own?.get(meant.get(word) ?? '');
  };
  const isEnglish = (level: string, word: string) => cleanWord(codeOf(level, word)?.label.en ?? '') === word;
  const canonical = (level: string, word: string) => {
    const label = cleanWord(codeOf(level, word)?.label.zh ?? '');
    const means = meant.get(word);
    if (label === '' || means !== undefined) return means ?? word;
    return isEnglish(level, word) || printed.has(`${level}\t${label}`) ? label : word;
  };
  return {
    canonical,
    codeOf,
    isOtherName: (level, word) => canonical(level, word) !== word && !isEnglish(level, word),
  };
}

function ownersAt(level: string, { codes }: Codebook): Map<string, Code> {
  const own = codes.filter((code) => code.level === level);
  return new Map([
    ...own.map((code) => [cleanWord(code.label.en), code] as const),
    ...own.flatMap((code) => code.terms.map((term) => [cleanWord(term), code] as const)),
    ...own.map((code) => [cleanWord(code.label.zh), code] as const),
  ]);
}
