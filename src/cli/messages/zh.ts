import { errors } from './errors-zh.js';
import type { Messages } from './messages.js';

/** 程序的中文消息。 */
export const zh: Messages = {
  errors,
  commands: {
    run: '全部步骤：导入、挖掘、筛选、编码并写出表格',
    import: '导入案例：文件、文件夹、案例表',
    mine: '发现新词并计算关键词权重',
    screen: '筛选关键词：剔除、并入、取前几、补充',
    code: '按编码框架给关键词和段落编码',
    tables: '打印表格',
    keep: '保留关键词（不论规则）',
    drop: '剔除关键词',
    add: '补充阅读中发现的关键词',
    fold: '把近义词并入最后一个词',
    merge: '把关键词归入核心关键词（最后一个词）',
    split: '把关键词从核心关键词中拆出',
    undo: '撤销某编码者的最后一个决定',
    history: '列出全部决定',
    discover: '过滤器：发现文本中的新词',
    keywords: '过滤器：提取 JSONL 文件每一行的关键词',
    cases: '列出案例，或显示一个案例',
    kwic: '查看词语或编码的上下文',
    runs: '列出历次运行',
    codebook: '列出、查看、检查、比较、统计或导出编码框架',
    assess: '与标准编码比较：精确率、召回率、F1',
    compare: '并排显示一个或两个编码的全部段落',
    demo: '用示例语料跑完全程并展示结果',
  },
  options: {
    paths: '文件和文件夹',
    files: '文本文件、案例表，或 - 表示标准输入',
    file: 'JSONL 文件（每行 {id,title,text}），或 - 表示标准输入',
    words: '词语',
    table: '哪一张表',
    wordOrCode: '词语，或编码的名称、标识',
    show: 'show <编号>：显示一个案例',
    db: '项目文件',
    action: '做什么',
    codebookFile: '编码框架名称，或 YAML、CSV 文件',
    otherCodebook: 'diff：与之比较的编码框架',
    gold: '标准编码 CSV（case_id 与 open_code 或 main_pillar）',
    codes: '一个或两个编码（名称或标识）',
    explain: '显示一个案例的每个段落由哪个词或规则编码（不重新编码）',
    json: '以 JSON 输出结果',
    lang: '消息和表格的语言',
    quiet: '只报告错误',
    attributes: '案例属性 CSV（id 或 file、title、province 等列）',
    batch: '批次名称',
    'skip-bad': '跳过无法导入的内容',
    'clean-steps': '只用这些清洗步骤（逗号分隔）',
    'without-steps': '不用这些清洗步骤（逗号分隔）',
    simplify: '繁体转简体（原文保留）',
    limit: '放宽读取上限，名称=数值',
    encoding: '文本文件的编码（默认自动判断）',
    'text-column': '案例表中正文所在的列',
    'title-column': '案例表中题名所在的列',
    'id-column': '案例表中编号所在的列',
    'attribute-type': '属性类型，如 year=category（integer、number、date、category、text）',
    'dry-run': '只显示将导入和清洗什么，不写入',
    diff: '显示清洗逐步改动了什么',
    manifest: '列出文件、sha256、编码、清洗步骤和字数',
    'attribute-list': '列出属性及其类型',
    profile: '找什么：words 单词、phrases 词组、both 两者',
    'min-frequency': '新词的最低出现次数',
    workers: '分词子进程数（不影响结果）',
    'max-length': '新词的最大字数',
    by: '按“case”（案例）或某个属性分组',
    top: '每组（或列表）取多少个',
    restat: '重新计算语料统计',
    rules: '筛选规则 YAML 文件',
    codebook: '编码框架名称、YAML 文件，或 none',
    out: '存放表格的文件夹',
    coder: '编码者姓名',
    status: '全部编码，或只要人工确认的',
    format: '输出格式',
    weight: '本程序的权重，或用作对照的 TF-IDF',
    reason: '理由',
    group: '决定所针对的分组（默认：全部）',
    case: '读者在哪个案例中发现',
    quote: '读者发现它的原文',
    clean: '先清洗文本',
    idf: '逆文档频率：随分词器提供，或取自本文件（读两遍）',
  },
  steps: {
    import: '导入（KB）',
    segment: '分词',
    discover: '发现新词',
    save: '保存',
    code: '编码',
  },
  reports: {
    imported: ({
      added,
      changed,
      unchanged,
      recleaned,
      attributesChanged,
      withoutRow,
      nearDuplicates,
      reanchored,
      skipped,
    }) => [
      `案例：新增 ${added.length}，有改动 ${changed.length}，未变 ${unchanged.length}${
        attributesChanged.length > 0 ? `，属性更新 ${attributesChanged.length}` : ''
      }。`,
      ...(changed.length > 0
        ? [
            `新版本：${changed.join('、')}。已编码的段落：${reanchored.moved} 处重新定位，${reanchored.orphaned.length} 处失去原文。`,
          ]
        : []),
      ...reanchored.orphaned.map(
        ({ caseId, codeId, quote }) => `  失去原文：${caseId} · ${codeId} · ${quote}`,
      ),
      ...(recleaned.length > 0 ? [`重新清洗：${recleaned.join('、')}`] : []),
      ...(withoutRow.length > 0
        ? [
            `属性表中没有这些案例（${withoutRow.length}）：${withoutRow.slice(0, 10).join('、')}${withoutRow.length > 10 ? ' 等' : ''}`,
          ]
        : []),
      ...(nearDuplicates.length > 0 ? ['近似重复，均已导入，请核对：'] : []),
      ...nearDuplicates.map(
        ({ first, second, similarity }) => `  ${first} ≈ ${second}（相似度 ${similarity.toFixed(2)}）`,
      ),
      ...(skipped.length > 0 ? [`跳过：${skipped.length}`] : []),
    ],
    mined: ({ statisticsRunId, computed, newWords, casesMined, candidates, by, top, rankChanges }) => [
      computed
        ? `已对全部案例计算统计 ${statisticsRunId}：新词 ${newWords} 个。`
        : `沿用统计 ${statisticsRunId}（新词 ${newWords} 个）；加 --restat 可重新计算。`,
      `挖掘案例 ${casesMined.length} 个；候选词 ${candidates} 个，按 ${by === 'case' ? '案例' : by} 分组，每组前 ${top} 个。`,
      ...(rankChanges.length > 0 ? [`有 ${rankChanges.length} 个名次变化：`] : []),
      ...rankChanges
        .slice(0, 20)
        .map(({ group, word, before, after }) => `  ${group} · ${word}：${before ?? '–'} → ${after ?? '–'}`),
    ],
    screened: ({ rules, considered, kept, suggestedFolds }) => [
      `按 ${rules} 筛选：${considered} 个关键词中保留 ${kept} 个。`,
      ...(suggestedFolds.length > 0 ? ['疑似近义词，可考虑合并：'] : []),
      ...suggestedFolds
        .slice(0, 10)
        .map(
          ({ group, word, into, head }) =>
            `  zhagen fold ${word} ${into} --group ${group}   （同以“${head}”结尾）`,
        ),
    ],
    coded: ({ codebookId, caseKeywords, mapped, coreKeywords, unmapped, references }) => [
      `按${codebookId ? `编码框架 ${codebookId} ` : '无编码框架'}编码：${caseKeywords} 个案例关键词中 ${mapped} 个归入 ${coreKeywords} 个核心关键词；建议编码参考点 ${references} 处。`,
      ...(unmapped.length > 0
        ? [
            `未归入：${unmapped.slice(0, 12).join('、')}${unmapped.length > 12 ? ` 等 ${unmapped.length} 个` : ''}`,
          ]
        : []),
    ],
    decided: ({ decisions, coding }) => [
      ...decisions.map((decision) => {
        const group = decision.group === '*' ? '全部分组' : decision.group;
        return `${zh.reports.decision(decision)}（${group}）  ${decision.id.slice(0, 8)}`;
      }),
      ...(coding ? zh.reports.coded({ ...coding, unmapped: [] }) : []),
    ],
    decision: ({ kind, word, before, after }) => {
      const into = (kind === 'undo' ? before : after)?.into;
      return `${kind === 'undo' && before ? `undo ${before.kind}` : kind} ${word}${into ? ` → ${into}` : ''}`;
    },
    wrote: (folder, files) => [`已写出 ${files.length} 个文件到 ${folder}`],
    took: (milliseconds) => [
      `用时：${Object.entries(milliseconds)
        .map(([step, ms]) => `${step} ${(ms / 1000).toFixed(2)} 秒`)
        .join('，')}`,
    ],
    nothingFound: '没有结果。',
    nothingWritten: '以上只是预演，没有写入任何内容。',
    occurrences: (lines) => `${new Set(lines.map(({ caseId }) => caseId)).size} 个案例，${lines.length} 处。`,
  },
  columns: {
    rehearsed: ['编号', '结果', '原文字数', '清洗后', '清洗步骤'],
    manifest: ['编号', '文件', 'sha256', '格式', '编码', '批次', '原文字数', '清洗后', '清洗步骤'],
    attributes: ['属性', '类型', '指定', '案例', '不同值', '不符'],
  },
  outcomes: { added: '新增', changed: '有改动', unchanged: '未变' },
  demo: {
    steps: ['案例', '候选词', '原始关键词', '核心关键词', '主轴编码', '支柱'],
    keywordsOf: (group) => `${group}的关键词（同原文表 2）`,
    mostFrequent: '频次最高的十个核心关键词',
    walkBack: (code, cases, references) =>
      `追溯一个数字：“${code}”在 ${cases} 个案例中有 ${references} 个参考点，原文如下：`,
    next: '下一步：zhagen tables coding --db zhagen-demo.db',
  },
  heads: {
    cases: ['编号', '题名', '字数', '批次', '属性'],
    runs: ['编号', '时间（UTC）', '步骤', '案例', '秒', '选项'],
    history: ['时间（UTC）', '编码者', '决定', '分组', '理由', '编号'],
  },
  usage: {
    needsCommand: '请给出命令。',
    missingArgument: '命令后面缺少内容。',
    unknownCommand: (name, near) => `没有命令“${name}”。${near ? `是否指：${near}？` : ''}`,
    needsValue: (name) => `${name}：缺少内容。`,
    givenTwice: (name) => `${name}：只能给出一次。`,
    see: (command) => `查看：zhagen ${command}--help`,
    example: '例：zhagen run 案例文件夹 --attributes cases.csv --by province --out 表格文件夹',
  },
  bug: '这是 zhagen 的缺陷，请附上以上内容报告。',
};
