import { chineseSentencesOfCoding } from './sentences-of-coding-zh.js';
import { chineseSentences } from './sentences-zh.js';
import type { MethodsWords } from './words.js';

/** The words of a methods text in Chinese. */
export const chineseMethods: MethodsWords = {
  title: '研究方法',
  preface: (gaps) =>
    `> 本文由 zhagen 据项目数据库写成。脚注注明显示有关数字的命令。数据库中没有的内容标为“待填”，共 ${gaps} 处，须由作者写明；写完后请删去本段。`,
  sections: {
    approach: '研究取向与编码方式',
    cases: '案例的来源与筛选',
    texts: '文本的处理',
    mining: '关键词的挖掘与筛选',
    coding: '编码过程',
    coders: '编码者与信度',
    saturation: '饱和度检验',
    theory: '备忘录、关系与反例',
    ethics: '研究伦理与反身性',
    program: '可复核性与生成式模型的使用',
  },
  sentences: { ...chineseSentences, ...chineseSentencesOfCoding },
  gap: (text) => `〔待填：${text}〕`,
  gaps: {
    question: '研究问题与目的',
    tradition:
      '所依循的研究传统，如程序化扎根、主题分析或内容分析；也可用 zhagen settings tradition 设定后重新生成',
    'why-approach': '为何采用这一取向，它与研究问题如何相称',
    solicitation: '案例如何征集：来自何处、何时、以何种要求征集，发出和收回各多少份，多少未予回应',
    criteria: '入选标准，案例在地区、类型、时间等方面的构成',
    interviews:
      '访谈如何进行：访谈者、与受访者的关系、地点和在场者、提纲、次数和时长、录音与转写、现场笔记、转写稿是否经受访者核对',
    'exclusion-reasons': '未写明理由的排除案例，其排除理由',
    overlap: '双编案例如何抽取（随机、分层或全部）；经检索找到的案例不应计入',
    training: '编码者的背景和培训，是否了解研究假设',
    'second-coder': '为何没有编码者间信度，以何种方式保证编码可靠',
    pilot: '是否另行预编码，规模、标准和结果；没有则说明原因',
    'codebook-changes': '编码框架有何重要修改，修改后回头复核了哪些已编内容',
    saturation: '如何判断资料已经饱和，或为何不以饱和为标准',
    'counter-cases': '与主要发现不符的案例或对照组，及其如何处理',
    memos: '分析过程如何记录（如备忘录、讨论记录）',
    ethics: '伦理审查的机构、批准号和日期；不需审查的，说明依据',
    consent: '知情同意、保密与匿名化的做法，资料如何保存',
    reflexivity: '研究者的学科背景、立场和与研究对象的关系，它们可能怎样影响分析',
    funding: '资助来源与利益冲突',
    verification: '数据完整性核验的结果，见 zhagen verify；用 zhagen provenance --verify 可自动写入',
    availability: '资料、编码手册和项目文件可否获取、从何处获取，不公开的说明理由',
    'generative-models':
      '除本程序以外是否使用生成式人工智能：工具名称与版本、使用环节、使用范围、由谁人工核对；没有使用则声明未使用',
  },
  shownBy: (commands) => `数字见 ${commands.map((command) => `\`${command}\``).join('、')}。`,
  checklist: {
    title: (name) => `附：${LISTS[name]} 报告清单对照`,
    heads: ['条目', '内容', '所在部分', '依据'],
    by: {
      database: '数据库',
      both: '数据库，另有待填',
      gap: '待填',
      elsewhere: '论文其他部分〔待填：页码〕',
    },
    source: {
      coreq:
        '条目及编号依 Tong、Sainsbury 和 Craig（2007），共 32 条，适用于访谈和焦点小组；内容为本程序的概括，投稿时请以原清单为准。',
      srqr: '条目及编号依 O’Brien 等（2014），共 21 条；内容为本程序的概括，投稿时请以原清单为准。',
      'jars-qual':
        '条目依 Levitt 等（2018）表 1 的结构，原表不编号；内容为本程序的概括，投稿时请以原清单为准。',
      'guide-llm':
        '条目及编号依 www.llm-checklist.com 所载的 14 项核心条目，8 项可选条目未列；内容为本程序的概括，投稿时请以原清单为准。研究中没有使用大语言模型的，只需说明不适用。',
    },
  },
};

const LISTS = { coreq: 'COREQ', srqr: 'SRQR', 'jars-qual': 'JARS-Qual', 'guide-llm': 'GUIDE-LLM' } as const;
