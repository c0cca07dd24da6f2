import { chineseRegionNames, nameKinds } from '../model/counted-regions.js';
import { describeCounted } from '../text/describe-counted.js';
import type { RegionReports } from './messages.js';

/** What commands report about regions, in Chinese. */
export const regionReports: RegionReports = {
  importedRegions: (regions) => {
    if (regions.sets.length === 0) return [];
    const counts = regions.kinds.map(
      (one) => `${chineseRegionNames[one.kind]} ${one.regions} 处（${one.characters} 字）`,
    );
    return [`文本区域：${counts.join('、')}。`, describeCounted(regions, 'zh')];
  },
  regions: ({ counted, regions, batches, changedCases, notMined }) => [
    `本项目计入的文本区域：${nameKinds(counted, 'zh')}。`,
    describeCounted(regions, 'zh'),
    ...(batches.length > 1
      ? batches.map(({ batch, regions: own }) => `  批次 ${batch}：${describeCounted(own, 'zh')}`)
      : []),
    ...(changedCases.length > 0
      ? [`${changedCases.length} 个案例计入的文字有变，重新挖掘前缺少其关键词：zhagen mine，然后 zhagen code`]
      : []),
    ...(changedCases.length === 0 ? regionReports.notMined(notMined) : []),
  ],
  caseRegions: ({ regions, isFromPlainText }) => {
    const characters = regions.reduce((sum, one) => sum + one.characters, 0);
    const leftOut = regions.reduce((sum, one) => sum + (one.isCounted ? 0 : one.characters), 0);
    const plain = isFromPlainText ? '文本区域只据纯文本识别；重新导入可据文件结构识别。' : '';
    return `${regions.length} 处，${characters} 字；未计入 ${leftOut} 字。${plain}`;
  },
  passage: ({ paragraph, sentence, speaker }) =>
    `${paragraph} 段 ${sentence} 句${speaker === null ? '' : ` ${speaker}`}`,
  notMined: (ids) =>
    ids.length === 0
      ? []
      : [`${ids.length} 个案例尚未挖掘（新导入，或计入的文字有变），其关键词未计入：请运行 zhagen mine`],
  leftOutPassages: (passages) => [
    ...(passages.length > 0 ? [`人工指明的 ${passages.length} 处原文在未计入的文本中，保留而不计数：`] : []),
    ...passages.map(
      ({ caseId, word, quote, coder, kinds, isSealed }) =>
        `  ${word} · ${caseId} · ${isSealed ? '预留语句' : nameKinds(kinds, 'zh')} · ${coder}：${quote}`,
    ),
  ],
};
