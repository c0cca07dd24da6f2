import { nameKinds } from '../model/counted-regions.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { changesStatistics } from '../model/decisions/describe-decision.js';
import { isWholeCase } from '../model/whole-case.js';
import { describeCounted } from '../text/describe-counted.js';
import type { DerivedChanges } from '../workflow/follow-decisions.js';
import { commentReports } from './comments-zh.js';
import { decisionReason } from './decision-reason.js';
import { describeDecision } from './describe-decision-zh.js';
import { handCodingReports } from './hand-coding-zh.js';
import { joinReport, splitReport } from './join-zh.js';
import type { Messages } from './messages.js';
import { pilotReport } from './pilot-zh.js';
import { qdaReports } from './qda-zh.js';
import { regionReports } from './regions-zh.js';
import { textReports } from './reports-of-texts-zh.js';
import { stages } from './stages-zh.js';

/** Of the decisions of one statement, so many are listed. */
const LISTED = 20;

/** What a command reports when it is done, in Chinese. */
export const reports: Messages['reports'] = {
  ...textReports,
  ...commentReports,
  ...qdaReports,
  ...handCodingReports,
  ...regionReports,
  splitWork: splitReport,
  pilot: pilotReport,
  joined: (report, shown) => joinReport(report, reports.decision, shown),
  screened: ({ rules, considered, kept, suggestedFolds, withoutText }) => [
    `按 ${rules} 筛选：${considered} 个关键词中保留 ${kept} 个。`,
    ...reports.withoutText(withoutText),
    ...(suggestedFolds.length > 0 ? ['疑似近义词，可考虑合并：'] : []),
    ...suggestedFolds
      .slice(0, 10)
      .map(
        ({ group, word, into, reason, head }) =>
          `  zhagen fold ${word} ${into} --group ${group}   （${reason === 'shared-head' ? `同以“${head}”结尾` : '用字相同，次序不同'}）`,
      ),
  ],
  screenedBy: (rules) => `按 ${rules} 筛选。`,
  coded: ({ codebookId, caseKeywords, mapped, coreKeywords, unmapped, references, ...rest }) => [
    `${codebookId ? `按编码框架 ${codebookId} 编码` : '未用编码框架，归纳编码'}：${caseKeywords} 个案例—关键词对中 ${mapped} 个归入 ${coreKeywords} 个核心关键词；建议编码参考点 ${references} 个。`,
    ...(unmapped.length > 0
      ? [
          `未归入：${unmapped.slice(0, 12).join('、')}${unmapped.length > 12 ? ` 等 ${unmapped.length} 个` : ''}。可能的编码：zhagen suggest`,
        ]
      : []),
    ...(rest.regions.leftOut > 0 ? [describeCounted(rest.regions, 'zh')] : []),
    ...reports.leftOutPassages(rest.leftOutPassages),
    ...reports.notMined(rest.notMined),
  ],
  changed: ({ codes, mainPillars }) => {
    const words = { new: '新增编码', gone: '编码不复存在', changed: '' };
    const step = (name: string, [before, after]: readonly [number, number]) =>
      before === after ? [] : [`${name} ${before} → ${after}`];
    if (codes.length + mainPillars.length === 0) return ['各表没有变化。'];
    return [
      `表中的变化（各编码自身的数，不含下级）：${codes.length} 个编码，${mainPillars.length} 个案例的主范畴。`,
      ...codes.map(
        ({ code, change, assignments, references, cases }) =>
          `  ${code}：${[
            ...(words[change] === '' ? [] : [words[change]]),
            ...step('频次（案例×关键词）', assignments),
            ...step('编码参考点数', references),
            ...step('材料来源数', cases),
          ].join(' · ')}`,
      ),
      ...mainPillars.map(({ caseId, before, after }) => `  ${caseId}：${before ?? '–'} → ${after ?? '–'}`),
    ];
  },
  conflicting: (conflicts) => {
    const words = {
      gone: '已不存在',
      label: '名称为',
      level: '层级为',
      parent: '上级为',
      definition: '定义为',
      term: '词归',
    };
    return [
      ...(conflicts.length > 0 ? [`新版本与 ${conflicts.length} 个决定有出入，决定能保留的仍有效：`] : []),
      ...conflicts.map(
        ({ subject, kind, file, decided }) =>
          `  ${subject}：决定为“${decided}”；${file && '文件中'}${words[kind]}${file && `“${file}”`}`,
      ),
    ];
  },
  decided: ({ decisions, alreadyInForce, derived, leftOutPassages }) => [
    ...alreadyInForce.map((subject) => `${subject}：已有相同的决定，未重复记录`),
    ...decisions.slice(0, LISTED).map((decision) => {
      const group = reports.decisionGroup(decision);
      return `${reports.decision(decision)}${group && `（${group}）`}  ${decision.id.slice(0, 8)}`;
    }),
    ...(decisions.length > LISTED ? [`…… 其余 ${decisions.length - LISTED} 条见：zhagen history`] : []),
    ...(derived ? [`已随之更新：${broughtUpToDate(derived)}。`] : []),
    ...(decisions.some(changesStatistics)
      ? ['新词和权重在下次挖掘时随之更新：zhagen mine，然后 zhagen code']
      : []),
    ...reports.leftOutPassages(leftOutPassages),
  ],
  caseState: ({ excluded, sealed, sealedStatements, chosen, done }) => [
    ...(excluded ? [`已排除：${excluded.reason}（${excluded.coder}）`] : []),
    ...(sealed ? [`已预留：${sealed.reason}（${sealed.coder}）`] : []),
    ...(sealedStatements > 0 ? [`预留语句：${sealedStatements} 句`] : []),
    ...(chosen ? [`第 ${chosen.order} 个选取：${chosen.reason}（${chosen.coder}）`] : []),
    ...done.map(
      ({ codebook, coder, checkedBy }) =>
        `编码完成（${codebook}）：${coder}${checkedBy.length > 0 ? `，${checkedBy.join('、')}已检查` : ''}`,
    ),
  ],
  decision: describeDecision,
  theory: ({ core, storyline, ofGoneCodes }) => [
    `核心范畴：${core ?? '尚未确定（zhagen relate 编码 --core）'}`,
    `故事线：${storyline ?? '尚未写（zhagen relate --storyline "…"）'}`,
    ...(ofGoneCodes.length > 0
      ? [
          `未列出（编码框架中已没有其中的编码）：${ofGoneCodes.map(({ from, relation, to }) => `${from} → ${relation} → ${to}`).join('；')}`,
        ]
      : []),
  ],
  wholeCase: '整个案例',
  decisionGroup: ({ target }) => {
    const about = target.type === 'adjudication' ? target.of : target;
    if (about.type === 'passage' && isWholeCase(about)) return reports.wholeCase;
    if (!('group' in about)) return '';
    return about.group === ALL_GROUPS ? '全部分组' : about.group;
  },
  decisionReason: (decision) => decisionReason(decision, 'zh'),
  reason: ({ kind, shown }) => {
    const said = {
      characters: '字面相近的词',
      decision: '字面相近的词，由人工归入',
      contexts: '出现在相似的上下文',
      definition: '定义中有相同的字',
      wording: '规则中有相同的用语',
    };
    return `${said[kind]}：${shown.join('、')}`;
  },
  nothingNear: '没有相近的编码',
  suggested: '以上只是建议。采纳请用：zhagen merge <关键词> <编码>',
  withoutParent: (codes) =>
    `${codes.length} 个编码还没有上级：${codes.join('、')}。请归入上级：zhagen group <编码> <上级>`,
  wrote: (folder, files) => [`已写出 ${files.length} 个文件到 ${folder}`],
  took: (milliseconds) => [
    `用时：${Object.entries(milliseconds)
      .map(([step, ms]) => `${stages[step] ?? step} ${(ms / 1000).toFixed(2)} 秒`)
      .join('，')}`,
  ],
  audited: ({ codebookId, study, contradictions, remarks, checked, notChecked }) =>
    `${codebookId ?? '无编码框架'} ↔ ${study}：核对 ${checked} 项陈述，${contradictions === 0 ? '没有矛盾' : `${contradictions} 处矛盾`}${remarks > 0 ? `，${remarks} 条说明` : ''}；${notChecked} 项未能核对。`,
  mainPillars: (first, withinTwo, of) => `主范畴居首位：${first}/${of}；居前两位：${withinTwo}/${of}`,
  notCarried: (fields) => `此格式未能带上：${fields.join('、')}`,
  doubtfulWord: ({ place, word, why }) =>
    why === 'cleaned'
      ? `${place}：清洗后的文本中没有一句含有“${word}”；请按清洗后的写法填写（zhagen cases show）。`
      : `${place}：“${word}”只按原样查找。如果是几个词，请每词写成一项。`,
  nothingFound: '没有结果。',
  diffMarks:
    '原文位置　步骤　[-去掉-]{+换成+}；⏎ 换行，␌ 换页，□ 全角空格。末行为各步骤的处数和（减去的字数）。',
  nothingWritten: '以上只是预演，没有写入任何内容。',
  updatedCopy: (path, { found, known }) =>
    `${path} 的文件版本为 ${found}，本程序写入的版本为 ${known}：现读取更新后的临时副本。下一条写入该项目的命令（如 zhagen code）会更新项目文件。`,
  occurrences: (lines) => `${new Set(lines.map(({ caseId }) => caseId)).size} 个案例，${lines.length} 处。`,
  occursInLeftOut: (kinds) =>
    `只出现在未计入的文本区域（${nameKinds(kinds, 'zh')}）。要计入：zhagen regions --include-regions ${kinds.join(',')}`,
};

/** What followed from a decision, as far as anything did. */
function broughtUpToDate({ groups, mappings, cases }: DerivedChanges): string {
  return [
    ...(groups > 0 ? [`重新筛选 ${groups} 组`] : []),
    ...(mappings > 0 ? [`关键词归入变动 ${mappings} 条`] : []),
    ...(cases > 0 ? [`重新编码案例 ${cases} 个`] : []),
  ].join('，');
}
