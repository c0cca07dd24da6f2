import type { ImportedComments, NotedComment } from '../workflow/hand-coding/comments-report.js';
import type { Messages } from './messages.js';

/** What is reported of comments in Word documents, in Chinese. */
export const commentReports: Pick<Messages['reports'], 'importedComments' | 'exportedDocuments'> = {
  exportedDocuments: ({ files, comments, authors }, out) => [
    `已写入 ${out}：${files.length} 个 Word 文件，${comments} 条批注${authors.length > 0 ? `（${authors.join('、')}）` : ''}。`,
    '可在 Word 中加批注，再用 zhagen import-coding 导入；zhagen 所写的批注是程序的建议，不会导入。',
  ],
  importedComments: (said) => [
    `${said.isDryRun ? '试导入' : '已导入'}：${said.documents.length} 个文件的 ${said.comments} 条批注，编码者 ${said.coders.join('、') || '无'}，编码框架 ${said.codebookId || '（归纳所得）'}。`,
    `编码新增 ${said.codings} 处，此前已有 ${said.unchanged} 处，去掉（批注中已不再有）${said.takenAway} 处；备忘 ${said.memos} 条，其中答复 ${said.answers} 条；空白 ${said.blank} 条${said.ofProgram > 0 ? `，本程序所写（不导入）${said.ofProgram} 条` : ''}。`,
    ...byName(said),
    ...computers(said),
    ...(said.founded.length > 0
      ? [`新设编码（${said.founded.length}）：${said.founded.map(({ name }) => name).join('、')}`]
      : []),
    ...said.founded.flatMap(({ name, near }) =>
      near.length > 0 ? [`  ${name}：与${near.join('、')}相近，请核对`] : [],
    ),
    ...listed('没有选定文字，记在所在句子上', said.points),
    ...listed('所标文字在案例中多处出现，取第一处', said.repeated),
    ...listed('所标文字与案例略有出入，取相近处', said.alike),
    ...listed('不是编码，记为备忘', said.keptAsMemo),
    ...listed('在 Word 中已标为解决', said.resolved),
    ...(said.problems.length > 0
      ? [`${said.isDryRun ? '有问题' : '跳过'}的文件和批注：${said.problems.length}`]
      : []),
  ],
};

/** Documents of which only the name says which case they are. */
function byName({ documents }: ImportedComments): string[] {
  const named = documents.filter(({ by }) => by === 'name');
  return named.map(
    ({ document, caseId }) => `  ${document}：按名称对应案例“${caseId}”，两者的文本并不相同，请核对`,
  );
}

function computers({ likeComputers }: ImportedComments): string[] {
  return likeComputers.map(
    (name) =>
      `  “${name}”像是电脑的名字，可能不止一人。写明是谁：--coder-map ${/\s/.test(name) ? `"${name}=姓名"` : `${name}=姓名`}`,
  );
}

/** How many comments are shown; all of them are in the JSON. */
const SHOWN = 20;

function listed(title: string, comments: readonly NotedComment[]): string[] {
  if (comments.length === 0) return [];
  const shown = comments
    .slice(0, SHOWN)
    .map(
      ({ document, number, author, words, text }) =>
        `  ${document} 第 ${number} 条${author ? `（${author}）` : ''}${words ? `“${cut(words)}”` : '整案'}：${cut(text)}`,
    );
  return [`${title}（${comments.length}）：`, ...shown, ...(comments.length > SHOWN ? ['  …'] : [])];
}

function cut(text: string): string {
  const line = [...text.replaceAll(/\s+/g, ' ')];
  return line.length > 30 ? `${line.slice(0, 30).join('')}…` : line.join('');
}
