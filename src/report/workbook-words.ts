import type { Language } from '../model/language.js';

/** What a workbook says of itself. */
interface WorkbookWords {
  readonly contents: string;
  readonly heads: readonly [table: string, rows: string, caption: string];
  readonly print: string;
  readonly back: string;
  readonly hints: readonly string[];
}

/** The words of a workbook that are not those of its tables. */
export const workbookWords: Readonly<Record<Language, WorkbookWords>> = {
  zh: {
    contents: '目录',
    heads: ['表', '行数', '说明'],
    print: '（打印）',
    back: '返回目录',
    hints: [
      '蓝色带下划线的数字可以点击：跳到“编码证据表”中该编码（或该案例的该编码）的第一行。证据表按编码排列，上级编码之后是其下各级编码。',
      '编号、案例等列为文本，前面的 0 不会丢失。每表第一行为表头，可以筛选；表下空一行为说明。“（打印）”表是论文中印出的样式（合并各级单元格、列合计、按组并列），适合 A4 打印。',
    ],
  },
  en: {
    contents: 'Contents',
    heads: ['table', 'rows', 'caption'],
    print: ' (print)',
    back: 'Back to the contents',
    hints: [
      'Blue underlined numbers are links to the first row of that code (or of that code in that case) in the sheet of evidence. It is sorted by code, a code before those under it.',
      'Ids are texts, so that no leading zero is lost. The first row of each sheet is its head and filters; the caption follows below the rows after an empty one. Sheets marked (print) have the form that papers print (levels merged, sums, groups side by side) and fit on A4.',
    ],
  },
};
