import type { Language } from '../../model/language.js';
import type { Gap } from '../../model/provenance/methods.js';
import type { Statement } from '../../model/provenance/statement.js';
import { englishMethods } from './methods-en.js';
import { chineseMethods } from './methods-zh.js';
import type { MethodsWords, SaidTable } from './words.js';

/** The words of methods texts. */
export const METHODS_WORDS: Readonly<Record<Language, MethodsWords>> = {
  zh: chineseMethods,
  en: englishMethods,
};

/** A sentence with the commands that show its numbers. */
export interface MethodsSentence {
  readonly text: string;
  readonly shownBy: readonly string[];
}

/** What a section is made of: sentences that belong together, a table, or a place where the authors have to write. */
export type MethodsBlock =
  | { readonly kind: 'paragraph'; readonly sentences: readonly MethodsSentence[] }
  | { readonly kind: 'table'; readonly table: SaidTable; readonly shownBy: readonly string[] }
  | { readonly kind: 'gap'; readonly text: string };

/** A statement in a language: a sentence, or a small table. */
export function wordStatement({ code, params }: Statement, language: Language): string | SaidTable {
  const sentence = METHODS_WORDS[language].sentences[code] as (params: unknown) => string | SaidTable;
  return sentence(params);
}

/** Puts the parts of a section into words; sentences that follow each other make one paragraph. */
export function composeSection(parts: readonly (Statement | Gap)[], language: Language): MethodsBlock[] {
  const words = METHODS_WORDS[language];
  const blocks: MethodsBlock[] = [];
  for (const part of parts) {
    if (part.kind === 'gap') {
      blocks.push({ kind: 'gap', text: words.gap(words.gaps[part.gap]) });
      continue;
    }
    const { shownBy } = part;
    const said = wordStatement(part, language);
    const last = blocks.at(-1);
    if (typeof said !== 'string') blocks.push({ kind: 'table', table: said, shownBy });
    else if (last?.kind !== 'paragraph')
      blocks.push({ kind: 'paragraph', sentences: [{ text: said, shownBy }] });
    else {
      blocks.pop();
      blocks.push({ kind: 'paragraph', sentences: [...last.sentences, { text: said, shownBy }] });
    }
  }
  return blocks;
}
