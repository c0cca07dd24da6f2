import type { ReserveWords } from './reserve-words.js';

/** What is said about reserved cases and statements, in Chinese. */
export const reserveWords: ReserveWords = {
  reserved: ({ drawn, of }) => [
    `已预留：${of} 个案例中的 ${drawn.length} 个。启用（zhagen unseal）之前不计入任何统计，也不能编码。`,
  ],
  reservedStatements: ({ statements, of, cases }) => [
    `已预留：${of} 句中的 ${statements} 句，分属 ${cases.length} 个案例。启用（zhagen unseal --unit statement）之前不计入任何统计，也不能编码。`,
  ],
  heads: ['层级', '编码', '案例', '段落', '其中已确认'],
  tested: ({ unit, reserved, statements, others, isGiven, uncoded, codes, relations }) => {
    const concepts = codes.filter(({ isConcept }) => isConcept);
    const categories = codes.filter(({ isConcept }) => !isConcept);
    const listed = (names: readonly string[]) => (names.length > 0 ? `（${names.join('、')}）` : '');
    return [
      `理论饱和度检验：以${unit === 'case' ? `预留的 ${reserved.length} 个案例与其余 ${others} 个案例` : ` ${reserved.length} 个案例中预留的 ${statements} 句与其余语句`}对照，新增概念 ${concepts.length} 个${listed(concepts.map(({ code }) => code))}，新增范畴 ${categories.length} 个${listed(categories.map(({ code }) => code))}，新增关系 ${relations.length} 条${listed(relations.map(({ from, relation, to }) => `${from}—${relation}→${to}`))}。`,
      ...(isGiven
        ? [`编码框架事先给定：“新增”指其余${unit === 'case' ? '案例' : '语句'}中没有，并非框架中没有。`]
        : []),
      ...(uncoded.length > 0
        ? [
            `${unit === 'case' ? `有 ${uncoded.length} 个预留案例` : `有 ${uncoded.length} 个案例的预留语句`}尚无人工编码或确认（${uncoded.join('、')}）：请先挖掘、编码（zhagen mine、zhagen code），再执行一次。`,
          ]
        : []),
    ];
  },
};
