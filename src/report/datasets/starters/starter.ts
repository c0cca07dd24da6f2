/** What a starter script is written for: the heads of the columns it reads, and the words of its results. */
export interface Starter {
  readonly caseId: string;
  readonly code: string;
  readonly codeId: string;
  readonly level: string;
  /** The name of the lowest level, whose codes the frequency table counts. */
  readonly lowest: string;
  /** The column with the code of the top level. */
  readonly top: string;
  readonly isReference: string;
  readonly keyword: string;
  readonly coreKeyword: string;
  /** The attribute whose groups are compared. */
  readonly attribute: string;
  /** Heads of the results. */
  readonly assignments: string;
  readonly distinctRaw: string;
  readonly cases: string;
  readonly references: string;
  readonly groupCases: string;
  readonly share: string;
  readonly withoutValue: string;
}

/** What a script says in its comments; nothing of the data is among it. */
interface StarterComments {
  readonly about: string;
  readonly folder: string;
  readonly columns: string;
  readonly attribute: string;
  readonly marks: string;
  readonly frequency: string;
  readonly crosstab: string;
  readonly further: string;
}

/** The comments of the scripts in Chinese and English. */
export const starterComments: Readonly<Record<'zh' | 'en', StarterComments>> = {
  zh: {
    about: '由 zhagen 写出：从编码数据重新算出核心关键词频次表，并按案例属性做交叉表。',
    folder: '请在本文件所在的文件夹中运行。读取 codings.csv、keywords.csv、cases.csv。',
    columns: '各数据文件的列名',
    attribute: '分组所用的属性：可改为 cases.csv 中的其他列名',
    marks: '去掉防止电子表格当作公式的撇号；写出时再加上',
    frequency: '频次表：频次=案例×关键词；参考点不含仅由关键词引出的编码',
    crosstab: '交叉表：最高层级的编码 × 属性，按案例计（一个案例只计一次）',
    further: '装有 pandas 时，可由此继续分析',
  },
  en: {
    about:
      'Written by zhagen: computes the frequency table again from the codings, and a crosstab by an attribute.',
    folder: 'Run it in its folder. It reads codings.csv, keywords.csv and cases.csv.',
    columns: 'The columns of the data files',
    attribute: 'The attribute whose groups are compared: any other column of cases.csv will do',
    marks:
      'Takes away the mark that keeps spreadsheets from running a cell as a formula; it is written again',
    frequency:
      'Frequency table: assignments are case × keyword; codings that only a keyword led to are no references',
    crosstab: 'Crosstab: codes of the top level × attribute, in cases (each counts once)',
    further: 'Where pandas is installed, go on from here',
  },
};
