import type { ReserveWords } from './reserve-words.js';

/** What is said about reserved cases, in Chinese. */
export const reserveWords: ReserveWords = {
  reserved: ({ drawn, of }) => [
    `已预留：${of} 个案例中的 ${drawn.length} 个。启用（zhagen unseal）之前不计入任何统计，也不能编码。`,
  ],
  heads: ['层级', '编码', '案例', '段落', '其中已确认'],
  tested: ({ reserved, others, isGiven, uncoded, codes, relations }) => {
    const concepts = codes.filter(({ isConcept }) => isConcept);
    const categories = codes.filter(({ isConcept }) => !isConcept);
    const listed = (names: readonly string[]) => (names.length > 0 ? `（${names.join('、')}）` : '');
    return [
      `理论饱和度检验：以预留的 ${reserved.length} 个案例与其余 ${others} 个案例对照，新增概念 ${concepts.length} 个${listed(concepts.map(({ code }) => code))}，新增范畴 ${categories.length} 个${listed(categories.map(({ code }) => code))}，新增关系 ${relations.length} 条${listed(relations.map(({ from, relation, to }) => `${from}—${relation}→${to}`))}。`,
      ...(isGiven ? ['编码框架事先给定：“新增”指其余案例中没有，并非框架中没有。'] : []),
      ...(uncoded.length > 0
        ? [
            `有 ${uncoded.length} 个预留案例尚无人工编码或确认（${uncoded.join('、')}）：请先挖掘、编码（zhagen mine、zhagen code），再执行一次。`,
          ]
        : []),
    ];
  },
};
