import { describeNotCarried } from '../text/describe-not-carried.js';
import type { ExportWords } from './export-words.js';
import type { ErrorsOf } from './messages.js';

/** What is said about exported datasets, in Chinese. */
export const exportWords: ExportWords = {
  exported: ({ files, notes }, out) => [
    files.length === 1 ? `已写出 ${out}` : `已写出 ${files.length} 个文件到 ${out}`,
    ...(notes.some(({ kind }) => kind === 'not-carried') ? [`${out} 未带出的内容：`] : []),
    ...notes.map(exportWords.note),
  ],
  note: (note) => {
    if (note.kind === 'not-carried') return `  ${describeNotCarried({ ...note, kind: note.what }, 'zh')}`;
    const { kind, table, count } = note;
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
export const errorsOfExport: ErrorsOf<'export'> = {
  'export/exists': ({ path }) => `${path} 已经存在。请用 --out 另取名称，或加 --force 覆盖。`,
  'export/made-alone': ({ table }) =>
    `表 ${table} 另需选项，不能用 export 导出。请用：zhagen tables ${table} --format csv`,
  'export/option-elsewhere': ({ option, format, formats }) =>
    `--${option} 不适用于格式 ${format}，适用于：${formats}。`,
};
