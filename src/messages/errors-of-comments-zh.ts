import type { ErrorsOf } from './messages.js';

/** What is said of comments in Word documents that cannot be imported, in Chinese. */
export const errorsOfComments: ErrorsOf<'comments'> = {
  'comments/several-kinds': () =>
    '一次只能导入一张编码表，或若干 Word 文件（.docx，也可写文件夹），两者不能同时写。',
  'comments/unknown-document': ({ path, name, near }) =>
    `${path} 不是本项目的案例：没有案例的文本与它相同，也没有名为“${name}”的案例。${near ? `名称相近的有：${near}。` : ''}请先导入（zhagen import ${path}），或写明是哪个案例：--case 编号`,
  'comments/several-texts': ({ path, cases }) =>
    `${path} 的文本与几个案例相同：${cases}。请写明是哪个案例：--case 编号`,
  'comments/other-text': ({ path, caseId, comments }) =>
    `${path} 按名称对应案例“${caseId}”，但其中 ${comments} 条批注所标的文字在该案例中一处也没有，应是另一文本。请写明是哪个案例（--case 编号），或先导入这一文本。`,
  'comments/comment': ({ document, number, author }) =>
    `${document}，第 ${number} 条批注${author ? `（${author}）` : ''}：`,
  'comments/words-gone': ({ words, caseId }) => `案例“${caseId}”中没有“${words}”，也没有相近的文字。`,
  'comments/no-comments': ({ paths }) =>
    `${paths} 中没有可导入的批注。请在 Word 中选定文字，用“审阅 → 新建批注”写上编码，保存后再导入。`,
  'comments/bad': ({ problems }) =>
    `有 ${problems.length} 处不能导入，因此什么都没有写入。请改正，或用 --skip-bad 跳过：`,
  'comments/unknown-author': ({ name, known }) =>
    `没有批注的作者叫“${name}”，--coder-map 无从对应。批注的作者：${known || '都没有署名'}`,
  'comments/two-codebooks': ({ codebooks }) =>
    `这些文件分别按不同的编码框架导出：${codebooks}。请分次导入，或用 --codebook 写明一个。`,
  'comments/one-document': ({ name, documents }) =>
    `--case ${name} 只能与一个文件同用，而这里有 ${documents} 个。`,
  'comments/exists': ({ path }) =>
    `${path} 已经存在，其中可能有人写的批注。请先导入它（zhagen import-coding ${path}），或用 --out 写到别处。`,
  'comments/several-cases': ({ path, cases }) =>
    `有 ${cases} 个案例，每个案例一个文件，不能都写入 ${path}。请写一个文件夹（--out 批注稿），或只选一个案例（--case 编号）。`,
  'comments/no-cases': () => '没有可导出的案例。',
};
