import type { BatchWords } from './batch-words.js';

/** What is said about what a batch brought, in Chinese. */
export const batchWords: BatchWords = {
  found: (report) => {
    const { batch, cases, earlierBatches, earlierCases, laterBatches, laterCases, codebook } = report;
    const { newWords, unmapped, firstSeen, notMined, uncoded, withoutText, excluded, sealed } = report;
    const leftOut = [
      withoutText > 0 && `没有文本的 ${withoutText} 个`,
      notMined.length > 0 && `尚未挖掘的 ${notMined.length} 个（${notMined.join('、')}）`,
      uncoded.length > 0 && `没有任何编码的 ${uncoded.length} 个（${uncoded.join('、')}）`,
    ].filter(Boolean);
    const elsewhere = [
      excluded > 0 && `本批已排除的 ${excluded} 个案例`,
      sealed > 0 && `本批预留的 ${sealed} 个案例`,
      laterBatches.length > 0 && `此后各批（${laterBatches.join('、')}）的 ${laterCases} 个案例`,
    ].filter(Boolean);
    return [
      earlierBatches.length === 0
        ? `批次“${batch}”（${cases} 个案例）是第一批，没有可对照的案例。`
        : `批次“${batch}”的 ${cases} 个案例与此前各批（${earlierBatches.join('、')}）的 ${earlierCases} 个案例对照，按编码框架 ${codebook}：新词 ${newWords.length} 个，未归入编码的保留关键词 ${unmapped.length} 个（其中首次出现 ${unmapped.filter(({ isFirstSeen }) => isFirstSeen).length} 个），首次出现的编码 ${firstSeen.length} 个。`,
      ...(leftOut.length > 0 ? [`本批案例中：${leftOut.join('；')}。`] : []),
      ...(elsewhere.length > 0 ? [`未计入：${elsewhere.join('；')}。`] : []),
      ...(report.isUpToDate
        ? []
        : ['最近一次编码之后，文本、分组或规则有变：请先 zhagen mine，然后 zhagen code。']),
    ];
  },
  pillarHeads: [
    '顶层编码',
    '本批案例数',
    '占本批案例',
    '本批参考点数',
    '占本批参考点',
    '本批频次（案例×关键词）',
    '此前案例数',
    '占此前案例',
    '此前参考点数',
    '占此前参考点',
    '此前频次（案例×关键词）',
  ],
  pillarTitle: '顶层编码：本批与此前各批',
  codeHeads: ['层级', '编码', '案例数', '参考点数', '频次（案例×关键词）'],
  codeTitle: '本批首次出现的编码（各含其下级）',
  newWords: (words, others) =>
    `新词（次数，案例数）：${words.map(({ word, frequency, cases }) => `${word}（${frequency}，${cases}）`).join('、')}${others > 0 ? `；另有 ${others} 个，见 --json` : ''}`,
  unmapped: (words, others) =>
    `未归入编码的保留关键词（案例数；* 为首次出现）：${words.map(({ word, cases, isFirstSeen }) => `${word}${isFirstSeen ? '*' : ''}（${cases}）`).join('、')}${others > 0 ? `；另有 ${others} 个，见 --json` : ''}。相近的编码：zhagen suggest`,
};
