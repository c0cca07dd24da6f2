import type { Language } from '../../model/language.js';

/** What scripts say about themselves; no name of the data is in it, so that none can end a comment. */
interface StatisticsWords {
  readonly flags: readonly [no: string, yes: string];
  readonly comments: readonly string[];
  /** Heads of the lists of names and values. */
  readonly names: readonly string[];
  readonly values: readonly string[];
}

/** The words in the scripts for a program, by language. */
export const statisticsWords: Readonly<Record<Language, StatisticsWords>> = {
  zh: {
    flags: ['无', '有'],
    comments: [
      '由 zhagen 写出。先把工作目录设为本文件所在的文件夹，再运行全部命令',
      '变量名与完整名称的对照见 names.csv，取值的完整名称见 values.csv',
    ],
    names: ['数据文件', '变量名', '列名', '说明'],
    values: ['数据文件', '变量名', '取值', '说明'],
  },
  en: {
    flags: ['no', 'yes'],
    comments: [
      'Written by zhagen. Make the folder of this file the working directory, then run all commands',
      'What the variables are called in full is in names.csv, and their values in values.csv',
    ],
    names: ['file', 'variable', 'column', 'meaning'],
    values: ['file', 'variable', 'value', 'meaning'],
  },
};
