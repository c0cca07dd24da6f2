import type { Decision } from '../model/decisions/decision.js';
import type { JoinReport } from '../workflow/join-projects.js';
import type { SplitReport } from '../workflow/split-work.js';

/** How many lines of one kind a report has. */
const SHOWN = 20;

/** What joining two projects reports, in Chinese. */
export function joinReport(
  report: JoinReport,
  describe: (decision: Decision) => string,
  shown = SHOWN,
): string[] {
  const { casesAdded, casesChanged, decisions, coders, sameCases, superseded, conflicts, statistics, mined } =
    report;
  const about = ({ earlier, later, kept }: JoinReport['conflicts'][number]) =>
    `  ${describe(earlier)}（${earlier.coder}）／${describe(later)}（${later.coder}）：采用${kept === 'earlier' ? '先' : '后'}作的`;
  const list = <T>(items: readonly T[], title: string, line: (item: T) => string) =>
    listOf(items, title, { line, shown });
  const taken = [
    `判定 ${decisions} 条`,
    `新案例 ${casesAdded.length} 个`,
    ...(casesChanged.length > 0 ? [`${casesChanged.join('、')} 的新文本`] : []),
    ...(coders.length > 0 ? [`编码者 ${coders.join('、')}`] : []),
  ];
  return [
    `${report.isDryRun ? '将并入' : '已并入'}：${taken.join('，')}。`,
    ...(report.isForeign && report.isDryRun
      ? ['两个项目没有共同的案例：若它属于另一项研究，请不要合并。']
      : []),
    ...list(
      sameCases,
      '文本相同而编号不同的案例，采用前一编号',
      ({ here, there, id }) => `  ${id} = ${here === id ? there : here}`,
    ),
    ...list(superseded, '同一编码者在两份项目中判定不同，采用后作的', about),
    ...list(conflicts, '互相矛盾的判定', about),
    ...(statistics === 'there' ? ['采用另一项目较新的统计。'] : []),
    ...(mined
      ? [
          mined.file === null
            ? `两个项目各有统计：已对全部案例计算第 ${mined.generation} 代统计，${mined.rankChanges.length} 个名次有变化。`
            : `全部案例按 ${mined.file} 的统计排名，${mined.rankChanges.length} 个名次有变化。`,
          ...mined.rankChanges
            .slice(0, shown)
            .map(
              ({ group, word, before, after }) => `  ${group} ${word}：${before ?? '–'} → ${after ?? '–'}`,
            ),
        ]
      : []),
  ];
}

function listOf<T>(
  items: readonly T[],
  head: string,
  { line, shown }: { readonly line: (item: T) => string; readonly shown: number },
): string[] {
  if (items.length === 0) return [];
  const more = items.length > shown ? [`  ……（共 ${items.length} 条，全部见 --json）`] : [];
  return [`${head}（${items.length} 条）：`, ...items.slice(0, shown).map(line), ...more];
}

/** What splitting work reports, in Chinese. */
export function splitReport({ overlap, chosen, files }: SplitReport, folder: string): string[] {
  const isSheets = files.some(({ file }) => file.endsWith('.xlsx'));
  return [
    ...files.map(({ coder, cases, file }) => `${folder}/${file}：${coder}，案例 ${cases.length} 个`),
    ...(overlap.length > 0 ? [`共同编码（双编样本）：${overlap.join('、')}`] : []),
    ...(chosen.length > 0 ? [`因理论抽样而选，不进入双编样本：${chosen.join('、')}`] : []),
    `收回：zhagen ${isSheets ? 'review import' : 'join'} ${folder}/${files[0]?.file ?? ''}`,
    ...files.map(({ coder, file }) =>
      isSheets ? `  ${coder} 填写 ${file}` : `  ${coder} 编码时用 --db ${file} --coder ${coder}`,
    ),
  ];
}
