import type { Messages } from './messages.js';

/** 出错的文件、行、位置和问题。 */
const inYaml = ({ path, place, problem }: { path: string; place: string; problem: string }) =>
  `${path}：${[place, problem].filter(Boolean).join(' ')}。请改正后重新运行。`;

/** 程序的中文消息。 */
export const zh: Messages = {
  errors: {
    'import/missing-path': ({ path }) => `${path}：没有这个文件或文件夹。请检查拼写，或写完整路径。`,
    'import/nothing-to-import': ({ path }) =>
      `${path}：没有可导入的内容。请放入案例文本（.txt、.md、.jsonl、.csv）。`,
    'import/empty-file': ({ path }) => `${path}：没有文字。请补全或移走。`,
    'import/binary-file': ({ path }) =>
      `${path}：不是文本文件。请先另存为纯文本（UTF-8）；若确是文本，请用 --encoding 指明编码。`,
    'import/not-utf8': ({ path, offset }) =>
      `${path}：不是 UTF-8 编码（第 ${offset} 字节起）。请用编辑器“另存为”UTF-8。`,
    'import/unknown-encoding': ({ encoding, known }) => `没有“${encoding}”这种编码。可用：${known}`,
    'import/wrong-encoding': ({ path, encoding, offset }) =>
      `${path}：第 ${offset} 字节不是 ${encoding} 编码。文件在此损坏或截断；请修复，或用 --encoding 指明实际编码。`,
    'import/unclear-encoding': ({ path, known }) =>
      `${path}：无法判断编码。请用 --encoding 指明（${known}），或另存为 UTF-8。`,
    'import/corrupt-file': ({ path, format, problem }) =>
      `${path}：不是完好的 ${format} 文件（${problem}）。请打开后重新保存，或重新获取。`,
    'import/encrypted-file': ({ path }) => `${path}：有密码保护。请打开后另存一份不带密码的。`,
    'import/old-word': ({ path }) =>
      `${path}：是旧版 Word 格式。请用 Word 或 LibreOffice 打开，另存为 .docx。`,
    'import/over-limit': ({ path, limit, allowed }) =>
      `${path}：超过限额 ${limit}（${allowed}）。若文件可信，可提高限额：--limit ${limit}=<数字>`,
    'import/unknown-format': ({ path, extension }) =>
      `${path}：不能读取 ${extension || '无扩展名'} 格式。可读取 .txt、.md、.jsonl、.csv。`,
    'import/symbolic-link': ({ path }) =>
      `${path}：是符号链接，不予跟随。请放入文件本身，或在命令中直接写出它。`,
    'import/unreadable': ({ path, reason }) => `${path}：无法读取（${reason}）。请检查权限。`,
    'import/bad-name': ({ path }) => `${path}：文件名不是 UTF-8 编码。请先改名。`,
    'import/not-a-file': ({ path }) => `${path}：不是普通文件。请直接给出文件。`,
    'import/bad-files': ({ problems, total }) =>
      `${total} 项中有 ${problems.length} 项无法导入，因此一项也没有导入。请修正，或加 --skip-bad 跳过：`,
    'import/duplicate-id': ({ id, first, second }) =>
      `${second}：编号“${id}”已被 ${first} 使用。请改用别的编号。`,
    'import/bad-record': ({ path, line, problem }) =>
      `${path}:${line}：不是一个案例（${problem}）。每行应是含 "id"、"title"、"text" 的 JSON 对象。`,
    'import/missing-column': ({ path, column, found }) =>
      `${path}：缺少“${column}”列（现有：${found}）。案例表需要 text 列；属性表请用 --attributes，并需要 id 或 file 列。`,
    'import/attribute-without-case': ({ path, line, id }) =>
      `${path}:${line}：这一行对应的案例“${id}”不存在。请改正编号或文件名，或一并导入该案例。`,
    'import/unknown-attribute': ({ attribute, known }) =>
      `--attribute-type ${attribute}：没有案例带这个属性。已有：${known}。`,
    'import/bad-csv': ({ path, line, problem }) => `${path}:${line}：CSV 格式有误（${problem}）。`,
    'import/bad-table': ({ path, line, problem }) =>
      `${path}:${line}：表格有误（${problem}）。请在表格软件中改正。`,
    'import/needs-ocr': ({ path }) =>
      `${path}：只有图像，没有可读取的文字（多为扫描件）。请先做文字识别（OCR），再导入识别后的文件。`,
    'import/unsafe-archive': ({ path, entry, problem }) =>
      `${path}：压缩包中的“${entry}”不能接受（${problem}）。请自行解压检查，再导入解压后的文件夹。`,
    'import/reader-timeout': ({ path, seconds }) =>
      `${path}：${seconds} 秒内没有读完，已放弃。文件可能损坏；如确需更久，请用 --limit readerSeconds=… 提高限额。`,
    'import/reader-crashed': ({ path, megabytes }) =>
      `${path}：读取时超出 ${megabytes} MB 内存或出现故障，已放弃。请拆分文件，或用 --limit readerMegabytes=… 提高限额。`,
    'mine/no-cases': ({ database }) => `${database}：还没有案例。请先导入：zhagen import <文件夹>`,
    'mine/unknown-attribute': ({ attribute, known }) =>
      `--by ${attribute}：没有案例带这个属性。已有：${known}。属性由此导入：zhagen import … --attributes cases.csv`,
    'segment/addon-missing': ({ addon, problem }) =>
      `${addon} 的编译组件缺失（${problem}）。请安装 C++ 编译器、make 和 Python 3，然后运行：npm rebuild ${addon}`,
    'segment/worker-died': ({ reason }) =>
      `分词子进程在同一批文本上两次中止（${reason}）；可用 --workers 1 或增加内存后再试`,
    'discover/no-han': ({ source }) => `${source}：没有中文文字，无从发现新词。`,
    'screen/bad-rules': inYaml,
    'screen/not-mined': ({ database }) => `${database}：还没有挖掘。请运行：zhagen mine`,
    'screen/unknown-word': ({ word, group, near }) =>
      `“${word}”不是${group === '*' ? '任何分组' : `“${group}”`}的关键词。${near ? `是否指：${near}？` : ''}阅读中发现的词用 zhagen add 补充。`,
    'screen/unknown-group': ({ group, known }) => `没有分组“${group}”。相近的有：${known}`,
    'screen/add-without-evidence': ({ word }) =>
      `没有案例出现“${word}”。请指明案例和原文：zhagen add ${word} --case 编号 --quote "……"`,
    'screen/quote-not-found': ({ caseId, quote }) =>
      `案例 ${caseId} 中没有这段文字：“${quote}”。请从 zhagen cases show ${caseId} 复制。`,
    'screen/nothing-to-split': ({ word }) => `“${word}”没有归入任何核心关键词，无从拆出。`,
    'decide/nothing-to-undo': ({ coder }) => `${coder} 没有可撤销的决定。查看：zhagen history`,
    'decide/undo-blocked': ({ decision, later }) =>
      `“${decision}”不能撤销，后来的决定以它为前提：${later}。请先撤销后者。`,
    'decide/needs-target': ({ verb }) => `zhagen ${verb} 至少需要两个词，最后一个是目标词。`,
    'decide/fold-into-itself': ({ word }) => `“${word}”不能并入自身。`,
    'code/unknown-codebook': ({ name, known }) =>
      `没有编码框架“${name}”。请给出 YAML 文件，或选用：${known}、none`,
    'code/bad-codebook': inYaml,
    'code/faulty-codebook': ({ path, problems }) => `${path}：有 ${problems.length} 处错误：`,
    'code/unknown-code': ({ name, near }) =>
      `没有编码“${name}”。${near ? `是否指：${near}？` : ''}查看：zhagen codebook show <编码框架>`,
    'assess/bad-gold': ({ path, line, problem }) =>
      `${path}:${line}：${problem}。标准文件应有 case_id 与 open_code 两列，或 case_id 与 main_pillar 两列。`,
    'tables/not-coded': ({ table, database }) =>
      `${database}：还没有按编码框架编码，不能生成“${table}”表。请运行：zhagen code`,
    'tables/not-grouped': ({ table, grouped }) => `“${table}”表不分组。--by 只用于：${grouped}`,
    'tables/unknown-codebook': ({ name, known }) =>
      `本项目没有按“${name}”编码（已有：${known || '无'}）。请运行：zhagen code --codebook ${name}`,
    'cases/unknown-batch': ({ batch, known }) => `没有批次“${batch}”。现有：${known}`,
    'cases/unknown-case': ({ id, near }) =>
      `没有案例“${id}”。${near ? `是否指：${near}？` : ''}查看：zhagen cases`,
    'store/missing-database': ({ path }) =>
      `${path}：这里没有项目。新建：zhagen import <文件夹> --db ${path}`,
    'store/not-a-project': ({ path }) => `${path}：不是 zhagen 项目，未作任何改动。请用 --db 指定别的文件。`,
    'store/newer-version': ({ path, found, known }) =>
      `${path}：由更新版本的 zhagen 写成（文件版本 ${found}，本程序只认识到 ${known}）。请升级 zhagen。`,
    'store/cannot-open': ({ path, reason }) => `${path}：无法打开（${reason}）。`,
    'store/disk-full': ({ path }) => `${path}：磁盘已满。未作任何改动，请清出空间后重新运行。`,
    'store/busy': ({ path }) => `${path}：另一个程序正在写入。请稍候再运行。`,
    'store/read-only': ({ path }) =>
      `${path}：没有写入权限。请检查文件及其所在文件夹的权限，或用 --db 指定别的文件。`,
    'files/cannot-write': ({ path, reason }) => `${path}：无法写入（${reason}）。`,
    'cli/usage': ({ problem }) => problem,
    'cli/interrupted': () => '已中断。正在进行的这一步没有保存任何内容，重新运行即可继续。',
  },
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
      `按${codebookId ? `编码框架 ${codebookId}` : '无编码框架'}编码：${caseKeywords} 个案例关键词中 ${mapped} 个归入 ${coreKeywords} 个核心关键词；建议编码参考点 ${references} 处。`,
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
