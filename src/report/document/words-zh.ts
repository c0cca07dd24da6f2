import type { ReportWords } from './report-words.js';

/** What a report says of itself, in Chinese. */
export const chineseReport: ReportWords = {
  title: (codebook) => (codebook === null ? '编码报告' : `《${codebook}》编码报告`),
  subtitle: (cases, toolVersion) => `${cases} 个案例；zhagen ${toolVersion} 据项目数据库写成`,
  methods: '研究方法',
  gapsLeft: (gaps) => `下文标为“待填”的 ${gaps} 处，数据库中没有记录，须由作者写明。`,
  results: '研究结果',
  groups: {
    cases: '样本',
    keywords: '关键词',
    codes: '编码结果',
    argument: '范畴与关系',
    comparison: '比较',
    quality: '信度与饱和度',
  },
  core: (code) => `核心范畴：${code}。`,
  storyline: '故事线：',
  tableNumber: (number) => `表 ${number}`,
  figureNumber: (number) => `图 ${number}`,
  notes: '注：',
  noRows: '没有内容。',
  rowsLeft: (shown, left, file) =>
    left === null
      ? `只列前 ${shown} 行，全部行见 ${file}。`
      : `只列前 ${shown} 行，另有 ${left} 行见 ${file}。`,
  quotes: '编码引文',
  aboutQuotes: (perCode, mark) =>
    `每个编码至多引 ${perCode} 段，否定或陈述问题的语句另列，也至多 ${perCode} 段；一段只计编码自身，不含下级。括号内为案例编号、段号和句号（第几段第几句）。标 ${mark} 的是程序的建议，尚未经人工确认。`,
  ofCode: {
    example: ({ passages, quoted }) => `证据 ${passages} 段，引 ${quoted} 段：`,
    counter: ({ passages, quoted }) => `否定／问题表述 ${passages} 段，引 ${quoted} 段：`,
  },
  place: ({ caseId, paragraph, sentence }) => `（${caseId}，第 ${paragraph} 段，第 ${sentence} 句）`,
  appendix: (letter, title) => `附录 ${letter} ${title}`,
  meanings: '各表的计数口径',
  shownBy: '方法部分数字的出处',
  shownByHeads: ['小节', '显示有关数字的命令'],
  runs: '运行与散列值',
  runHeads: ['运行编号', '步骤', '程序版本', '案例数'],
  stages: { import: '导入', mine: '挖掘', screen: '筛选', code: '编码' },
  hashes: ({ toolVersion, log }) =>
    `本报告由 zhagen ${toolVersion} 写成；决定日志的散列值（SHA-256）为 ${log}。项目是否完整，可用 zhagen verify 核验。`,
  contents: '目录',
  figureData: '图中数据',
};
