import { describeNotCarried } from '../text/describe-not-carried.js';
import type { ExportWords } from './export-words.js';
import type { ErrorsOf } from './messages.js';

/** What is said about exported datasets, in Chinese. */
export const exportWords: ExportWords = {
  restored: ({ path, texts, decisions }) => [`已新建 ${path}：案例文本 ${texts} 个，决定 ${decisions} 个`],
  exported: ({ files, notes }, out) => [
    files.length === 1 ? `已写出 ${out}` : `已写出 ${files.length} 个文件到 ${out}`,
    ...(notes.some(({ kind }) => kind === 'not-carried') ? [`${out} 未带出的内容：`] : []),
    ...notes.map(exportWords.note),
  ],
  note: (note) => {
    if (note.kind === 'not-carried') return `  ${describeNotCarried({ ...note, kind: note.what }, 'zh')}`;
    const { kind, table, count } = note;
    if (kind === 'rows-not-printed')
      return `${table}：报告供人阅读，每表至多列 ${note.shown} 行，另有 ${count} 行未列；全部行见 csv 和 xlsx 格式。`;
    switch (kind) {
      case 'rows-cut':
        return `${table}：超出该格式的行数上限，略去 ${count} 行；全部行见 csv 格式。`;
      case 'text-cut':
        return `${table}：超出单元格 32767 字的上限，截短 ${count} 处；全文见 csv 格式。`;
      case 'links-cut':
        return `${table}：超出每个工作表 65530 个链接的上限，${count} 个计数没有链接。`;
      case 'labels-cut':
        return `${table}：标签超出该软件的长度上限，截短 ${count} 个；全称见 names.csv 和 values.csv。`;
    }
  },
};

/** The messages for what is wrong with exports, in Chinese. */
export const errorsOfExport: ErrorsOf<'export' | 'restore'> = {
  'restore/project-there': ({ path }) => `${path} 已经存在，不会覆盖已有的项目。请用 --db 另取名称。`,
  'restore/not-a-project': ({ path }) =>
    `${path} 不是 zhagen export json 或 jsonl 导出的项目。导入案例请用：zhagen import ${path}`,
  'restore/damaged': ({ path, table, line }) =>
    `${path} 与导出时不同${line > 0 ? `，第 ${line} 行` : ''}${table === '' ? '' : `，表 ${table}`}。没有新建项目。请重新导出。`,
  'export/exists': ({ path }) => `${path} 已经存在。请用 --out 另取名称，或加 --force 覆盖。`,
  'export/made-alone': ({ table }) =>
    `表 ${table} 涉及几个编码框架，export 只导出一个框架的编码。请用：zhagen tables ${table} --format csv`,
  'export/option-needs-table': ({ option, tables }) =>
    `--${option} 只用于须指名导出的表：${tables}。请用 --tables 指名。`,
  'export/no-batch': ({ table }) => `“${table}”表总是针对全部案例，不能用 --batch；请不带 --batch 另行导出。`,
  'export/option-elsewhere': ({ option, format, formats }) =>
    `--${option} 不适用于格式 ${format}，适用于：${formats}。`,
};
