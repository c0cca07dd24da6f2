import type { Language } from '../../model/language.js';

/** The words in an exchanged project that people read. */
export const qdpxWords: Readonly<
  Record<Language, { memo: string; report: string; notCarried: string; head: readonly string[] }>
> = {
  zh: {
    memo: '备忘录',
    report: 'zhagen 导出说明',
    notCarried: '本文件未带出的内容（明细见同名的 .not-carried.csv）。请保留最后几行：再导入时据此找出改动。',
    head: ['未带出的内容', '案例', '编码', '编码者', '起始字符', '结束字符', '内容'],
  },
  en: {
    memo: 'Memo',
    report: 'zhagen export report',
    notCarried:
      'What this file does not have (details in the .not-carried.csv beside it). Keep the last lines: an import finds what changed by them.',
    head: ['notCarried', 'caseId', 'code', 'coder', 'start', 'end', 'text'],
  },
};
