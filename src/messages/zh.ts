import { chineseRegionNames } from '../model/counted-regions.js';
import { agreementWords } from './agreement-zh.js';
import { batchWords } from './batch-zh.js';
import { commands } from './commands-zh.js';
import { errors } from './errors-zh.js';
import { exportWords } from './export-zh.js';
import { figureWords } from './figure-zh.js';
import type { Messages } from './messages.js';
import { options } from './options-zh.js';
import { parser } from './parser-zh.js';
import { problems } from './problems-zh.js';
import { provenanceWords } from './provenance-zh.js';
import { pseudonymWords } from './pseudonyms-zh.js';
import { reports } from './reports-zh.js';
import { reserveWords } from './reserve-zh.js';
import { saturationWords } from './saturation-zh.js';
import { sensitivityWords } from './sensitivity-zh.js';
import { serveWords } from './serve-zh.js';
import { settingValue } from './setting-value-zh.js';
import { sparkWords } from './spark-zh.js';
import { stages } from './stages-zh.js';
import { tagWords } from './tag-zh.js';
import { verifyWords } from './verify-zh.js';

/** 程序的中文消息。 */
export const zh: Messages = {
  errors,
  problems,
  commands,
  options,
  steps: {
    import: '导入（KB）',
    segment: '分词',
    discover: '发现新词',
    save: '保存',
    code: '编码',
    verify: '核验',
    parts: 'Spark 各份',
  },
  reports,
  agreement: agreementWords,
  saturation: saturationWords,
  verify: verifyWords,
  export: exportWords,
  spark: sparkWords,
  figure: figureWords,
  serve: serveWords,
  provenance: provenanceWords,
  pseudonyms: pseudonymWords,
  reserve: reserveWords,
  tag: tagWords,
  batch: batchWords,
  sensitivity: sensitivityWords,
  columns: {
    split: ['题目', '字数', '开头', '位置'],
    rehearsed: ['编号', '结果', '原文字数', '清洗后', '清洗步骤'],
    regions: ['文本区域', '处数', '字数', '占比', '计入字数'],
    caseRegions: ['文本区域', '计入', '段', '字数', '发言人', '开头'],
    manifest: [
      '编号',
      '文件',
      'sha256',
      '格式',
      '编码',
      '无文字的页',
      '批次',
      '原文字数',
      '清洗后',
      '清洗步骤',
    ],
    attributes: ['属性', '类型', '指定', '案例', '不同值', '不符'],
  },
  stages,
  runOptions: {
    batch: '批次',
    steps: '清洗步骤',
    regions: '文本区域',
    encoding: '文件编码',
    columns: '列',
    profile: '新词类型',
    minFrequency: '最低词频',
    maxLength: '最长字数',
    by: '分组',
    top: '每组词数',
  },
  cleaningSteps: {
    'line-ends': '统一换行',
    'invisible-characters': '不可见字符',
    radicals: '部首还原',
    'character-forms': '字形统一',
    'title-marks': '书名号',
    'pinyin-glosses': '注音',
    tables: '表格标记',
    'display-formulas': '独立公式',
    formulas: '文内公式',
    latex: 'LaTeX 命令',
    markup: '标记符号',
    'page-furniture': '页眉页脚',
    footnotes: '脚注移出',
    captions: '图表标题移出',
    'hard-wraps': '断行接合',
    'torn-sentences': '断行续接',
    'heading-marks': '标题标记',
    'page-breaks': '分页',
    hyphens: '连字符',
    'full-width': '全角',
    'line-blanks': '行首尾空白',
    'blank-lines': '空行',
    'note-marks': '文献序号',
    punctuation: '标点',
    gaps: '字间空白',
    simplify: '繁转简',
  },
  regionNames: chineseRegionNames,
  settingValue,
  outcomes: { added: '新增', changed: '有改动', unchanged: '未变' },
  demo: {
    steps: ['案例', '候选词', '案例—关键词对', '核心关键词'],
    references: '编码参考点',
    keywordsOf: (group) => `${group}的关键词（同原文表 2）`,
    mostFrequent: '频次最高的十个核心关键词',
    walkBack: (code, references, cases, others) =>
      `追溯一个数字：“${code}”在 ${cases} 个案例中有 ${references} 个参考点${
        others > 0 ? `，另有 ${others} 个案例只有归入它的关键词` : ''
      }。参考点的原文：`,
    next: '下一步：zhagen tables coding --db zhagen-demo.db',
  },
  heads: {
    cases: ['编号', '题名', '字数', '批次', '属性', '状态'],
    runs: ['编号', '时间', '步骤', '案例', '秒', '选项'],
    accuracy: ['编码', '命中', '误报', '漏报', '查准率（精确率）', '查全率（召回率）', 'F1'],
    settings: ['设置', '值'],
    coders: ['编码者', 'GUID', '已指定'],
    history: ['时间', '编码者', '决定', '分组', '理由', '编号'],
  },
  usage: {
    needsCommand: '请给出命令。',
    missingArgument: '命令后面缺少内容。',
    unknownCommand: (name, near) => `没有命令“${name}”。${near ? `是否指：${near}？` : ''}`,
    needsValue: (name) => `${name}：缺少内容。`,
    givenTwice: (name) => `${name}：只能给出一次。`,
    atLeast: (name, least) => `--${name}：须是不小于 ${least} 的整数。`,
    codedFiles: '对文件编码不涉及项目：--explain、--dry-run、--view、--coder 只用于不带文件的 zhagen code。',
    viewOfCoding: '--view 与 --coder 须与 --explain 同用。编码一律依议定的判定。',
    tooManyCodes: (given) => `zhagen compare 可比较一个或两个编码，不能是 ${given} 个。`,
    needsCodebook: (action) =>
      `zhagen codebook ${action} 需要编码框架：文件，或自带框架的名称（zhagen codebook list）。`,
    needsOut: (format) => `${format} 不是文本格式。请指明写入的文件：--out codebook.${format}`,
    coderGuid: '请同时给出编码者和 GUID：zhagen coders 编码者 --guid GUID。两者都不给则列出编码者。',
    relate:
      'zhagen relate 需要编码及 --to 和 --as，或编码及 --core，或 --storyline "…"，或 --list，每次一种。',
    memo: {
      add: 'zhagen memo add 需要一段内容和对象，如：zhagen memo add "…" --on project',
      edit: 'zhagen memo edit 需要备忘编号和新的内容，如：zhagen memo edit 3f9a0c12 "…"',
      delete: 'zhagen memo delete 需要备忘编号，如：zhagen memo delete 3f9a0c12',
    },
    needsCase: (action) => `zhagen cases ${action} 需要案例编号。查看：zhagen cases`,
    oneCase: (action) => `zhagen cases ${action} 一次只用于一个案例。`,
    needsOption: (option) => `请写明选项 ${option}。`,
    notTogether: (one, other) => `${one} 与 ${other} 不能同时使用。`,
    see: (command) => `查看：zhagen ${command}--help`,
    example: '例：zhagen run 案例文件夹 --attributes cases.csv --by province --out 表格文件夹',
  },
  parser,
  bug: '这是 zhagen 的缺陷，请附上以上内容报告。',
  more: {
    problems: (count, places, isCut) => `另有 ${count} 条同类问题：${places.join('、')}${isCut ? '……' : ''}`,
    characters: (count) => `……（下略 ${count} 字）`,
  },
  systemReasons: {
    EACCES: '没有权限',
    EBUSY: '另一个程序正在使用它，请先在那里关闭',
    EDQUOT: '超出磁盘配额',
    EEXIST: '已经存在',
    EFBIG: '文件过大',
    EINVAL: '名称或参数无效',
    EIO: '读写出错',
    EISDIR: '这是文件夹',
    ELOOP: '链接互相指向',
    EMFILE: '打开的文件过多',
    ENAMETOOLONG: '名称过长',
    ENOENT: '没有这个文件或文件夹',
    ENOSPC: '磁盘已满',
    ENOTDIR: '路径中有一段不是文件夹',
    ENOTEMPTY: '文件夹不是空的',
    EPERM: '不允许，或另一个程序正在使用它',
    EROFS: '磁盘只读',
  },
};
