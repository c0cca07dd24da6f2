import type { SaturationWords } from './saturation-words.js';

const forms = {
  'inductive-thematic': '归纳主题饱和',
  'a-priori-thematic': '先验主题饱和',
  data: '资料饱和',
} as const;

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** What is said about saturation, in Chinese. */
export const saturationWords: SaturationWords = {
  about: ({ form, counted, level, order, options, steps, coverage, baseItems }) => [
    `饱和度检验，形式：${forms[form]}（Saunders 等 2018）${level ? `，层级：${level.zh}` : ''}。`,
    ...(coverage
      ? [
          `编码框架事先给定：${coverage.codes} 个编码中 ${coverage.confirmed} 个有人工确认的实例（${percent(coverage.codes === 0 ? 0 : coverage.confirmed / coverage.codes)}）。`,
        ]
      : []),
    `曲线统计${counted === 'codes' ? '编码' : '原始关键词（给定框架的编码必然趋于饱和）'}，案例 ${steps.length} 个，顺序：${order}。`,
    `基数：前 ${options.base} 个案例的 ${baseItems} 个；新信息比例：每轮 ${options.run} 个案例的新增数 ÷ 基数（Guest 等 2020）。另取随机顺序 ${options.runs} 次，种子 ${options.seed}。`,
  ],
  heads: ['序', '案例', '个数', '新增', '累计', '随机顺序 95%', '新信息比例', '新增图'],
  more: (cases) => `……另有 ${cases} 个案例，全部见 --json`,
  points: ({ points, options }) =>
    points.flatMap(({ threshold, at, after, reachedIn, median }) => {
      const what = threshold === 0 ? '新信息比例为 0%' : `新信息比例不超过 ${percent(threshold)}`;
      return [
        at === null
          ? `${what}：没有达到。`
          : `${what}：第 ${at} 个案例起；此后仍新增 ${after.length} 个${after.length > 0 ? `：${after.slice(0, 20).join('、')}${after.length > 20 ? '等' : ''}` : ''}。`,
        `  随机顺序：${options.runs} 次中 ${reachedIn} 次达到${median === null ? '' : `，中位数为第 ${median} 个案例`}。`,
      ];
    }),
};
