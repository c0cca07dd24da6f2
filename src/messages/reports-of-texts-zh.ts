import type { Decision } from '../model/decisions/decision.js';
import { VERBS } from './decision-verbs-zh.js';
import type { Messages } from './messages.js';
import { regionReports } from './regions-zh.js';
import { segmentedReport } from './segmented-zh.js';
import { splitReport } from './split-zh.js';
import { unreadablePages, unreadOfSheet } from './unread-zh.js';

const BECAUSE = {
  statistics: '',
  first: '',
  cases: '',
  restat: '',
  excluded: '有案例被排除或预留，',
  options: '选项有变，',
  vocabulary: '词表有变，',
};

/** What commands report about texts and sheets that they read, in Chinese. */
export const textReports: Pick<
  Messages['reports'],
  | 'imported'
  | 'unread'
  | 'partWritten'
  | 'partsUnread'
  | 'mined'
  | 'withoutText'
  | 'noText'
  | 'derived'
  | 'importedSheet'
  | 'exportedSheet'
  | 'writtenRecipe'
  | 'appliedRecipe'
> = {
  imported: ({
    added,
    changed,
    unchanged,
    recleaned,
    attributesChanged,
    withoutRow,
    withoutText,
    sameNames,
    nearDuplicates,
    reanchored,
    skipped,
    unread,
    doubledColumns,
    split,
    segmented,
    regions,
  }) => [
    ...segmentedReport(segmented),
    ...splitReport(split),
    `案例：新增 ${added.length}，有改动 ${changed.length}，未变 ${unchanged.length}${
      attributesChanged.length > 0 ? `，属性更新 ${attributesChanged.length}` : ''
    }。`,
    ...(changed.length > 0
      ? [
          `新版本：${changed.join('、')}。已编码的段落：${reanchored.moved} 处重新定位，${reanchored.orphaned.length} 处未能在新文本中定位。`,
        ]
      : []),
    ...reanchored.orphaned.map(
      ({ caseId, codeId, quote }) => `  未能在新文本中定位：${caseId} · ${codeId} · ${quote}`,
    ),
    ...reanchored.lostStatements.map(
      ({ caseId, statements }) =>
        `  ${caseId} 的新文本中没有了的预留语句 ${statements} 句，新文本中无可预留。`,
    ),
    ...(withoutText.length > 0 ? [`没有文本：${firstOf(withoutText)}`] : []),
    ...(recleaned.length > 0 ? [`重新清洗：${recleaned.join('、')}（下次 mine 会重新挖掘它们）`] : []),
    ...(withoutRow.length > 0
      ? [
          `属性表中没有这些案例（${withoutRow.length}）：${withoutRow.slice(0, 10).join('、')}${withoutRow.length > 10 ? ' 等' : ''}`,
        ]
      : []),
    ...(sameNames.length > 0
      ? [
          `同名文件：${sameNames.length} 个新案例的编号保留扩展名。如要作为某案例的新版本，请在属性表中同时给出 id 和 file 再导入：`,
        ]
      : []),
    ...sameNames
      .slice(0, 10)
      .map(({ id, otherId, otherSource }) => `  ${id}：编号 ${otherId} 属于 ${otherSource}`),
    ...(sameNames.length > 10 ? ['  …'] : []),
    ...(nearDuplicates.length > 0 ? ['近似重复，均已导入，请核对：'] : []),
    ...nearDuplicates.map(
      ({ first, second, similarity }) => `  ${first} ≈ ${second}（相似度 ${similarity.toFixed(2)}）`,
    ),
    ...regionReports.importedRegions(regions),
    ...textReports.unread(unread),
    ...(doubledColumns.length > 0 ? ['同名的列，已加序号区分：'] : []),
    ...doubledColumns.map(({ source, name, as }) => `  ${source}：${name} → ${as}`),
    ...(skipped.length > 0 ? [`跳过：${skipped.length}`] : []),
  ],
  partWritten: ({ part, of, file, cases, lines, bytes }) =>
    `第 ${part} 份（共 ${of} 份）：案例 ${cases} 个，${lines} 行，${bytes} 字节，写入 ${file}。`,
  partsUnread: (files) => `有 ${files} 个文件未能全部读取，详见 zhagen part 的提示。`,
  unread: (parts) => [
    ...(parts.length > 0 ? ['未读取的部分：'] : []),
    ...parts.map((part) => {
      if ('pages' in part) {
        return `  ${part.source}：第 ${part.pages.join('、')} 页没有文字（空白页或扫描图），未读取；要用其中的文字，请先做文字识别（OCR）再导入。`;
      }
      if ('unreadable' in part) return `  ${part.source}：${unreadablePages(part.unreadable)}`;
      if ('leftOut' in part) {
        const { hidden, prompts, comments, symbols, parts: embedded, stamps } = part.leftOut;
        const what = [
          hidden > 0 && `隐藏文字 ${hidden} 字`,
          prompts > 0 && `未填写的内容控件的提示文字 ${prompts} 字`,
          comments > 0 && `读者评论 ${comments} 字`,
          symbols > 0 && `无法识别的符号 ${symbols} 个`,
          embedded > 0 && `嵌入的内容 ${embedded} 处`,
          stamps > 0 && `图形图章 ${stamps} 个`,
        ].filter(Boolean);
        return `  ${part.source}：${what.join('、')}，未读取。`;
      }
      const lacks =
        part.column === 'id'
          ? '没有 id 或 file 列'
          : '没有正文列（text、正文等；导入时可用 --text-column 指明）';
      return `  ${part.source}：工作表 ${part.sheets.join('、')} ${lacks}，未读取。`;
    }),
  ],
  mined: ({
    statisticsRunId,
    generation,
    file,
    documents,
    computedFor,
    newWords,
    generations,
    groupsMoved,
    casesMined,
    casesAgain,
    changedWords,
    candidates,
    by,
    top,
    rankChanges,
    withoutText,
    givenWords,
  }) => [
    file !== null
      ? `语料统计 ${statisticsRunId}${ofGeneration(generation) || ' '}取自 ${file}（其他语料的 ${documents} 个案例，新词 ${newWords} 个）；加 --restat 可改用本项目自己的统计。`
      : computedFor
        ? `${BECAUSE[computedFor]}已对全部案例计算统计 ${statisticsRunId}${ofGeneration(generation)}：新词 ${newWords} 个。`
        : `没有新案例：沿用统计 ${statisticsRunId}${ofGeneration(generation)}（新词 ${newWords} 个）；加 --restat 可重新计算。`,
    `挖掘案例 ${casesMined.length} 个；候选词 ${candidates} 个，按 ${by === 'case' ? '案例' : by} 分组，每组前 ${top} 个。`,
    ...(givenWords > 0
      ? [`${givenWords} 个案例按原有分词：其中的词原样采用，不再发现新词，也不再拆合。`]
      : []),
    ...textReports.withoutText(withoutText),
    ...(groupsMoved.length > 0 && (computedFor === 'cases' || computedFor === null)
      ? [`含以前案例的分组改用第 ${generation} 代统计：${firstOf(groupsMoved)}`]
      : []),
    ...(generations.length > 1
      ? generations.map(({ number, groups }) => `按第 ${number} 代统计排名：${firstOf(groups)}`)
      : []),
    ...(casesAgain.length > 0
      ? [
          `重新切分以前挖掘的案例 ${casesAgain.length} 个，其中有此后人工确认的词：${changedWords
            .slice(0, 12)
            .map(
              ({ word, change, cases }) =>
                `${word}（${change === 'accepted' ? '采纳' : '撤回'}，${cases} 个案例）`,
            )
            .join('、')}${changedWords.length > 12 ? ` 等 ${changedWords.length} 个` : ''}`,
        ]
      : []),
    ...(rankChanges.length > 0 ? [`${rankChanges.length} 个名次有变化：`] : []),
    ...rankChanges
      .slice(0, 20)
      .map(({ group, word, before, after }) => `  ${group} · ${word}：${before ?? '–'} → ${after ?? '–'}`),
  ],
  withoutText: (cases) => (cases > 0 ? [`${cases} 个没有文本的案例不在其内。`] : []),
  derived: '推得',
  noText: '这个案例没有文本。对整个案例编码：zhagen passage code 案例 --code 编码',
  importedSheet: (sheet) => [
    `${sheet.isDryRun ? '试导入' : '已导入'}：${sheet.coder} 的编码表 ${sheet.sheet}，${sheet.rows} 行；${
      listKinds(sheet.kinds) || '没有新的决定'
    }。`,
    ...sheet.founded.map(
      ({ name, near }) => `  新编码：${name}${near.length > 0 ? `（与${near.join('、')}相近，请核对）` : ''}`,
    ),
    ...(sheet.alreadyInForce.length > 0 ? [`此前已有的：${sheet.alreadyInForce.length}。`] : []),
    ...unreadOfSheet(sheet),
    ...(sheet.problems.length > 0
      ? [`${sheet.isDryRun ? '有问题' : '跳过'}的行：${sheet.problems.length}`]
      : []),
  ],
  writtenRecipe: ({ kinds, leftOut }, path) => [
    `${path}：${listKinds(kinds) || '没有决定'}。`,
    ...(leftOut.ofOneGroup > 0 ? [`只针对某一分组、未写入的：${leftOut.ofOneGroup}。`] : []),
    ...(leftOut.contested > 0 ? [`编码者意见不同、未写入的：${leftOut.contested}。`] : []),
  ],
  appliedRecipe: ({ recipe, coder, sources, kinds, alreadyInForce, problems, isDryRun }) => [
    `${isDryRun ? '试沿用' : '已沿用'}决定清单 ${recipe}：${listKinds(kinds) || '没有新的决定'}。`,
    ...(sources.length > 0
      ? [`在本项目中均记为 ${coder} 的决定，各自的理由中注明原判定者（${sources.join('、')}）。`]
      : []),
    ...(alreadyInForce.length > 0 ? [`此前已有的：${alreadyInForce.length}。`] : []),
    ...(problems.length > 0 ? [`${isDryRun ? '有问题' : '跳过'}的决定：${problems.length}`] : []),
  ],
  exportedSheet: ({ coder, rows, of, agreement }, path) => [
    `${path}：${rows} 行${rows < of ? `（共 ${of} 行中抽取）` : ''}，编码者 ${coder}。`,
    ...(agreement
      ? [
          `多人判定的：意见一致、直接生效 ${agreement.agreed}；有分歧、此前已裁决 ${agreement.settled}；待裁决 ${agreement.contested}。`,
        ]
      : []),
    ...(rows === 0 ? ['目前没有这一类内容需要判定。'] : []),
  ],
};

/** Which generation statistics are, when there were others before. */
function ofGeneration(generation: number): string {
  return generation > 1 ? `（第 ${generation} 代）` : '';
}

/** The first names of a list, and how many there are if these are not all. */
function firstOf(names: readonly string[]): string {
  return `${names.slice(0, 5).join('、')}${names.length > 5 ? ` 等 ${names.length} 个` : ''}`;
}

/** Kinds of decisions, each with its number. */
function listKinds(kinds: Readonly<Record<string, number>>): string {
  return Object.entries(kinds)
    .map(([kind, count]) => `${VERBS[kind as Decision['kind']]} ${count}`)
    .join('、');
}
