import type { Language } from '../model/language.js';
import type { TableSource } from '../model/table-source.js';

type Units = Readonly<Record<TableSource['unit'], (within: number) => string>>;

const words: Readonly<Record<Language, Units>> = {
  zh: {
    passage: () => '单位为句子，全部单位数=覆盖率表的句数之和。',
    paragraph: () => '单位为段落（计入的文本），全部单位数=段落数。',
    case: () => '单位为案例，全部单位数=有句子的案例数。',
    window: (within) =>
      `单位为窗口：每一句连同其前 ${within} 句（不跨案例），即相隔不超过 ${within} 句的编码算共现；相邻的窗口有重叠，同一处可计入几个窗口；全部单位数=句数。`,
  },
  en: {
    passage: () => 'The units are sentences; all units = the sum of sentences in coverage.',
    paragraph: () => 'The units are paragraphs of the counted text; all units = their number.',
    case: () => 'The units are cases; all units = cases with a sentence.',
    window: (within) =>
      `The units are windows: each sentence with the ${within === 1 ? 'one' : within} before it in its case, so that codes at most ${within} ${within === 1 ? 'sentence' : 'sentences'} apart meet; windows overlap, so that one place may count in several; all units = sentences.`,
  },
};

/** Says what the units of a table of pairs are. */
export function describeUnits({ unit, within = 1 }: TableSource, language: Language): string {
  return words[language][unit](within);
}
