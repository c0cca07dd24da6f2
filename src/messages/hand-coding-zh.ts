import type { DoubtfulQuote } from '../workflow/import-coding.js';
import type { Messages } from './messages.js';
import { unreadOfSheet } from './unread-zh.js';

/** What is reported of coding that a team made by hand, in Chinese. */
export const handCodingReports: Pick<Messages['reports'], 'importedCoding'> = {
  importedCoding: (coding) => [
    `${coding.isDryRun ? '试导入' : '已导入'}：${coding.rows} 行中的 ${coding.codings} 条编码，编码者 ${coding.coders.join('、') || '无'}；${
      coding.isMade ? '由表格建立编码框架' : '编码框架'
    } ${coding.codebookId}，由低到高各级：${coding.levels.join('、')}。`,
    `各行：原句找到 ${coding.located.exact}，原句多处出现（取第一处）${coding.located.repeated}，相近语句 ${coding.located.alike}，未找到 ${coding.located.lost}，整案编码 ${coding.located.whole}；没有案例（只列编码）${coding.codesOnly}，没有编码 ${coding.blank}。`,
    ...quotesOf('多处出现', coding.repeated),
    ...quotesOf('取相近语句', coding.alike),
    ...quotesOf('未找到，记为整案编码', coding.lost),
    ...(coding.newCases.length > 0 ? [`新增没有文本的案例：${firstOf(coding.newCases)}`] : []),
    ...(coding.founded.length > 0 ? [`新编码：${firstOf(coding.founded.map(({ name }) => name))}`] : []),
    ...coding.founded.flatMap(({ name, near }) =>
      near.length > 0 ? [`  ${name}：与${near.join('、')}相近，请核对`] : [],
    ),
    ...(coding.unmapped.length > 0 ? [`未读取的列：${coding.unmapped.join('、')}`] : []),
    ...unreadOfSheet(coding),
    ...(coding.alreadyInForce.length > 0 ? [`此前已有的：${coding.alreadyInForce.length}。`] : []),
    ...(coding.problems.length > 0
      ? [`${coding.isDryRun ? '有问题' : '跳过'}的行：${coding.problems.length}`]
      : []),
  ],
};

/** The first names of a list, and how many there are if these are not all. */
function firstOf(names: readonly string[]): string {
  return `${names.slice(0, 5).join('、')}${names.length > 5 ? ` 等 ${names.length} 个` : ''}`;
}

/** How many doubtful quotes are shown; all of them are in the JSON. */
const QUOTES_SHOWN = 20;

/** The rows whose words were found otherwise than just once and just so. */
function quotesOf(title: string, quotes: readonly DoubtfulQuote[]): string[] {
  if (quotes.length === 0) return [];
  const shown = quotes
    .slice(0, QUOTES_SHOWN)
    .map(
      ({ line, caseId, quote, found, score }) =>
        `  第 ${line} 行 · ${caseId} · ${quote}${found ? ` → ${found}` : ''}（${score}）`,
    );
  return [`${title}：`, ...shown, ...(quotes.length > QUOTES_SHOWN ? [`  … (${quotes.length})`] : [])];
}
