import type { Language } from '../../model/language.js';

/** The words in an exchanged project that people read. */
export const qdpxWords: Readonly<
  Record<
    Language,
    { memo: string; report: string; notCarried: string; never: string; head: readonly string[] }
  >
> = {
  zh: {
    memo: '备忘录',
    report: 'zhagen 导出说明',
    notCarried: '本文件未带出的内容，数量与明细见导出时同名的 .not-carried.csv。',
    never:
      '不带出：权重、决定记录、被否定的编码、与编码相反的段落、编码所附的原始关键词、其他编码框架、已剔除和预留的案例。请保留下面几行：再导入时据此找出改动。',
    head: ['未带出的内容', '案例', '编码', '编码者', '起始字符', '结束字符', '内容'],
  },
  en: {
    memo: 'Memo',
    report: 'zhagen export report',
    notCarried:
      'What this file does not have is counted and listed in the .not-carried.csv that was written beside it.',
    never:
      'Left out: weights, the log of decisions, rejected codings, passages against a code, raw keywords of codings, other codebooks, excluded and sealed cases. Keep the lines below: an import finds what changed by them.',
    head: ['notCarried', 'caseId', 'code', 'coder', 'start', 'end', 'text'],
  },
};
