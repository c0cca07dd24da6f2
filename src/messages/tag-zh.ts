import { VERBS } from './decision-verbs-zh.js';
import { stages as stageNames } from './stages-zh.js';
import { listKinds, type TagWords } from './tag-words.js';

const codebookName = (id: string) => id || '（归纳编码）';

/** What is said about named states of a project, in Chinese. */
export const tagWords: TagWords = {
  heads: ['标记', '时间', '编码者', '改动次数', '判定数', '数字数', '项目哈希值', '判定记录哈希值', '说明'],
  noTags: '尚未作过标记。标记当前状态：zhagen tag 名称',
  given: ({ name, revision, decisions, numbers, stateHash, logHash }) => [
    `“${name}”标记的是第 ${revision} 次改动后的状态：判定 ${decisions} 条，存下各表数字 ${numbers} 个。`,
    ...(numbers > 0 ? [] : ['此时尚未编码。']),
    `项目哈希值：${stateHash}`,
    `判定记录哈希值：${logHash}`,
    `查看此后的变化：zhagen diff ${name}`,
  ],
  compared: (diff) => {
    const { from, to, changes, compared, kinds, stages, coders, codebooks, isByTime, isUpToDate } = diff;
    const decisions = kinds.reduce((sum, { count }) => sum + count, 0);
    const ran = stages.map(({ stage, count }) => `${stageNames[stage] ?? stage} ${count} 次`).join('、');
    return [
      `从“${from.name}”到${to === null ? '现在' : `“${to.name}”`}：判定 ${decisions} 条${
        decisions > 0 ? `（${listKinds(kinds, (kind) => VERBS[kind], '、')}；${coders.join('、')}）` : ''
      }；${ran === '' ? '没有导入和运行' : ran}。`,
      ...codebooks.map(({ codebookId, before, now, isOtherFile }) =>
        before === null || now === null
          ? `只有${before === null ? '后' : '前'}一状态按编码框架 ${codebookName(codebookId)} 编码，未作比较。`
          : `编码框架 ${codebookName(codebookId)}：由版本 ${before} 改为 ${now}${isOtherFile ? '，文件已换' : ''}。`,
      ),
      ...(isByTime ? ['标记来自合并进来的另一份项目文件：其间的判定按时间划分，那份文件当时未必都有。'] : []),
      ...(isUpToDate ? [] : ['最近一次编码之后，文本、分组或规则有变：各表在 zhagen code 之后才更新。']),
      changes.length === 0
        ? `各表数字没有变化（共比较 ${compared} 个）。`
        : `不同之处 ${changes.length} 个（共比较数字 ${compared} 个）。`,
    ];
  },
  decisionsOn: ({ code, kinds }) => `${code}：${listKinds(kinds, (kind) => VERBS[kind], '、')}`,
  unexplained: ({ changes }) => {
    const count = changes.filter(({ decisions }) => decisions === 0).length;
    if (count === 0) return [];
    return [
      `其中 ${count} 处没有关于该编码的判定：源自各数共同的依据（导入、运行、编码框架文件、关于案例或设置的判定），或这些案例中的其他词。`,
    ];
  },
};
