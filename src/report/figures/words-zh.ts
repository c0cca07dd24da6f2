import type { FigureCount, FigureWords } from './figure-words.js';

const counts: Readonly<Record<FigureCount, string>> = {
  assignments: '频次（案例×关键词：归入该编码的案例—关键词对数）',
  references: '编码参考点数（依据含规则或人工的编码段落数）',
  cases: '材料来源数（有频次或参考点的案例数，去重）',
};

const SOURCES = {
  core: '中心为核心范畴',
  centre: '中心为框架所要说明的问题，不是编码',
  title: '没有核心范畴，中心为框架名称',
} as const;

const ITEMS = { codes: '编码', keywords: '原始关键词' } as const;
const FORMS = {
  'inductive-thematic': '归纳主题饱和',
  'a-priori-thematic': '先验主题饱和（曲线按原始关键词计）',
  data: '数据饱和',
} as const;
const UNITS = { passage: '句子', paragraph: '段落', case: '案例' } as const;

/** The words of figures in Chinese. */
export const wordsZh: FigureWords = {
  titles: {
    bars: '核心关键词频次图',
    framework: '理论框架图',
    sankey: '编码层级归并图',
    crosstab: '编码与案例属性分布图',
    network: '编码共现网络图',
    dendrogram: '编码聚类树状图',
    mechanism: '作用机制图',
    crosswalk: '框架对照图',
    saturation: '饱和度曲线图',
    agreement: '各编码信度图',
  },
  heads: {
    role: '与中心的关系',
    above: '上级编码',
    step: '步骤',
    cluster: '类',
    joined: '并入的类',
    distance: '距离',
    degree: '度数',
    weightedDegree: '加权度数',
    betweenness: '中介中心性',
    closeness: '接近中心性',
    new: '新增数',
    seen: '累计数',
    low: '打乱次序下限',
    high: '打乱次序上限',
    ratio: '新增比',
  },
  counts,
  cases: (count) => `n=${count}`,
  bars: (counted, { codes, of, total }) => {
    const drawn = codes < of ? `共 ${of} 个编码，只画最多的 ${codes} 个` : `共 ${of} 个编码`;
    const whole = counted === 'cases' ? '' : `，${of} 个合计 ${total}`;
    return `条长和数字=${counts[counted]}。${drawn}${whole}。`;
  },
  framework: ({ codes, hasRoles, centre, counted }) => {
    const roles = hasRoles ? '连线上的词为各范畴与中心的关系。' : '';
    const sizes = counted
      ? `数字=${counts[counted]}，含其下各级编码；数字只说明证据的多少，理论不分大小。`
      : '图形的大小和位置不表示数量。';
    return `${SOURCES[centre]}，周围为 ${codes} 个范畴。${roles}${sizes}`;
  },
  sankey: (counted, isCut) =>
    `带宽和数字=${counts[counted]}，含其下各级编码；同一编码流向其上级。${counted === 'cases' ? '材料来源数去重，下级之和可大于上级，带宽按比例缩窄。' : ''}${isCut ? '最低一级编码太多或未选，没有画出。' : ''}没有计数的编码、框架外的核心关键词不画。`,
  crosstab: (by, { codes, of, hasNumbers }) =>
    `${hasNumbers ? '格中数字' : '格的深浅'}=该组案例中有该编码（或其下级编码）的案例所占百分比，颜色越深越多；n=组内案例数（分组：${by}）。按案例计，不按参考点计；n 小的组，百分比不稳定。${codes < of ? `共 ${of} 个编码，只画案例最多的 ${codes} 个。` : ''}`,
  share: '组内有该编码的案例所占百分比',
  and: '＋',
  distance: '距离（1−Jaccard 系数）',
  dendrogram: (unit, codes) =>
    `${codes} 个编码按共同出现的${UNITS[unit]}聚类：距离=1−Jaccard 系数（两者都有的${UNITS[unit]}数/有其一的${UNITS[unit]}数），类平均法。连得越靠左的越常同时出现；从不与其他编码同时出现的编码不画。`,
  network: (unit, { codes, of, edges, ofEdges }) =>
    `点的大小=材料来源数，线的粗细=两个编码都有的${UNITS[unit]}数。${edges < ofEdges ? `共 ${ofEdges} 对编码同时出现，只画 Jaccard 系数最高的 ${edges} 对` : `画出全部 ${edges} 对同时出现的编码`}，涉及 ${of} 个编码中的 ${codes} 个。位置由 ForceAtlas2 算法排定，距离没有量的含义。中介、接近中心性按所画的线计，每条线长度相同，均为标准化值。`,
  mechanism: ({ codes, relations, hasCore }) =>
    `${codes} 个编码之间的 ${relations} 种关系：箭头由前一编码指向后一编码，箭头上的词是前者为后者的什么。${hasCore ? '粗框为核心范畴。' : ''}位置和大小不表示数量。`,
  crosswalk: (unit, hasNumbers) =>
    `行、列为两个框架的编码，${hasNumbers ? `格中数字=两者都有的${UNITS[unit]}数，` : ''}颜色越深 Jaccard 系数越大（两者都有的${UNITS[unit]}数/有其一的${UNITS[unit]}数）。下级编码计入其在该层级的上级；从不与另一框架的编码同时出现的编码不画。`,
  crosswalkLegend: 'Jaccard 系数',
  allCodes: '全部编码合计',
  agreement: ({ codes, of, units, level }) =>
    `各编码${level ? `（${level}）` : ''}按“有／无”计算的信度，n=有人给予该编码的单位数，全部单位 ${units} 个；1 为完全一致，0 相当于偶然一致。${codes < of ? `共 ${of} 个编码，只画单位最多的 ${codes} 个。` : ''}`,
  agreementText: (measure) => ({
    axis: measure,
    count: 'n',
    undefined: '无法定义',
    legend: {
      sum: '全部编码合计',
      sure: '一个编码',
      unsure: '不足 10 个单位的编码，数值不可靠',
      interval: '95% 区间',
    },
  }),
  saturation: ({ form, counted, codebook, order, baseItems, steps, options }) =>
    `检验的形式：${FORMS[form]}；编码框架：${codebook}；案例次序：${order}；n=${steps.length} 个案例。计数的是各案例中不同的${ITEMS[counted]}；新增比=连续 ${options.run} 个案例中新出现的${ITEMS[counted]}数/最初 ${options.base} 个案例中的${ITEMS[counted]}数（${baseItems} 个）。竖线为新增比首次降到该值之处，其后仍可能有新的出现。浅色带为把案例打乱 ${options.runs} 次（随机种子 ${options.seed}）中 95% 的累计数所在范围：次序不同，结果不同。`,
  saturationMark: (threshold, at) => `≤${threshold * 100}%：第 ${at} 个`,
  saturationText: (counted, together, runs) => ({
    x: '案例（按次序）',
    y: ITEMS[counted],
    legend: [
      together === 1 ? `每个案例新增的${ITEMS[counted]}` : `每 ${together} 个案例新增的${ITEMS[counted]}`,
      `累计的不同${ITEMS[counted]}`,
      `打乱 ${runs} 次的 95% 范围`,
    ],
  }),
  networkLegend: (unit, widest, largest) =>
    `最大的点：${largest} 个案例；最粗的线：${widest} 个${UNITS[unit]}`,
};
