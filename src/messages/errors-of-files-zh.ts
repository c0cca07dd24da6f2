import type { StatisticsFault } from '../model/corpus-statistics.js';
import type { OtherWriting } from '../model/other-writing.js';
import type { Problem, WordListFault } from '../model/problem.js';
import { type ErrorsOf, sayProblem } from './messages.js';
import { problems } from './problems-zh.js';
import { segmentedErrors } from './segmented-zh.js';
import { splitErrors } from './split-zh.js';

const say = (problem: Problem) => sayProblem(problems, problem);

/** What a text in another encoding looks like. */
const writings: Readonly<Record<Exclude<OtherWriting, 'unread'>, string>> = {
  korean: '韩文',
  japanese: '日文',
  cyrillic: '西里尔字母文本',
  greek: '希腊文',
  hebrew: '希伯来文',
  arabic: '阿拉伯文',
  thai: '泰文',
  latin: '带重音的拉丁字母文本',
};

/** What is wrong with a line of a word list. */
const wordListFaults: Readonly<Record<WordListFault, (first: number) => string>> = {
  'not-utf8': () => '不是 UTF-8，请将文件另存为 UTF-8',
  'no-word': () => '以空格开头，应先写词',
  'other-pos': (first) => `与第 ${first} 行是同一个词而词性不同，请只留一行`,
  'too-short': () => '只有一个字，词至少两个字',
  'too-long': () => '超过 30 个字，不是词',
  control: () => '含有控制字符（此处显示为 �），请删去',
  'blank-inside': () => '汉字之间有空格；每行只写一个词（用户词典可加频次和词性）',
  'bad-frequency': () => '的频次不是整数',
  'bad-pos': () => '的词性不认识；请用分词器的词性，如 n、v、a、nz，或 n_new',
};

/** What is wrong with a line of a statistics file. */
const statisticsFaults: Readonly<Record<StatisticsFault, string>> = {
  header: '不是统计文件的首行（见 zhagen terms）',
  'new-word': '不是带全部指标的新词',
  term: '不是词语及其案例数',
  order: '按码点应在上一行之前，或与上一行重复',
  cases: '的案例数超过统计所依据的案例数',
  'after-end': '在文件的末行之后',
};

/** 文件和命令行的问题的中文消息。 */
export const errorsOfFiles: ErrorsOf<
  'import' | 'files' | 'segment' | 'vocabulary' | 'statistics' | 'discover' | 'keywords' | 'cli' | 'coding'
> = {
  ...segmentedErrors,
  ...splitErrors,
  'import/missing-path': ({ path }) => `${path}：没有这个文件或文件夹。请检查拼写，或写完整路径。`,
  'import/nothing-to-import': ({ path }) =>
    `${path}：没有可导入的内容。请放入案例文本（.txt .docx .pdf .html .xlsx .csv .jsonl 等）。`,
  'import/empty-file': ({ path }) => `${path}：没有文字。请补全或移走。`,
  'import/empty-row': ({ path }) =>
    `${path}：没有文字。请补全或移走；案例本来就没有文本的，请用 --without-text。`,
  'import/binary-file': ({ path }) =>
    `${path}：不是文本文件。请先另存为纯文本（UTF-8）；若确是文本，请用 --encoding 指明编码。`,
  'import/not-utf8': ({ path, offset }) =>
    `${path}：不是 UTF-8 编码（第 ${offset} 字节起）。请用编辑器“另存为”UTF-8。`,
  'import/unknown-encoding': ({ encoding, known }) => `没有“${encoding}”这种编码。可用：${known}`,
  'import/wrong-encoding': ({ path, encoding, offset, line }) =>
    `${path}：第 ${line} 行（第 ${offset} 字节）不是 ${encoding} 编码。文件在此损坏或截断；请修复，或用 --encoding 指明实际编码。`,
  'import/unclear-encoding': ({ path, known }) =>
    `${path}：无法判断编码。请用 --encoding 指明（${known}），或另存为 UTF-8。`,
  'import/other-encoding': ({ path, writing, encodings }) =>
    writing === 'unread'
      ? `${path}：像是 ${encodings} 编码，本程序不能读取。请用能识别它的编辑器打开，另存为 UTF-8。`
      : `${path}：像是${writings[writing]}（${encodings}）。若是，请用 --encoding 指明编码；若是中文，请用 --encoding 指明 gb18030 或 big5，或另存为 UTF-8。`,
  'import/corrupt-file': ({ path, format, problem }) =>
    `${path}：不是完好的 ${format} 文件（${say(problem)}）。请打开后重新保存，或重新获取。`,
  'import/encrypted-file': ({ path }) => `${path}：有密码保护。请打开后另存一份不带密码的。`,
  'import/old-word': ({ path }) => `${path}：是旧版 Word 格式。请用 Word 或 LibreOffice 打开，另存为 .docx。`,
  'import/over-limit': ({ path, limit, allowed }) =>
    `${path}：超过限额 ${limit}（${allowed}）。若文件可信，可提高限额：--limit ${limit}=<数字>`,
  'import/unknown-format': ({ path, extension }) =>
    `${path}：不能读取 ${extension || '无扩展名'} 格式。可读取 .txt .md .docx .rtf .pdf .html .mhtml .xlsx .xls .ods .csv .tsv .jsonl .json .zip。`,
  'import/symbolic-link': ({ path }) =>
    `${path}：是符号链接，不予跟随。请放入文件本身，或在命令中直接写出它。`,
  'import/unreadable': ({ path, reason }) => `${path}：无法读取（${reason}）。请检查权限。`,
  'import/changed-file': ({ path }) => `${path}：读取过程中文件有改动。请等写入结束后再导入。`,
  'import/bad-name': ({ path }) => `${path}：文件名不是 UTF-8 编码。请先改名。`,
  'import/not-a-file': ({ path }) => `${path}：不是普通文件。请直接给出文件。`,
  'import/bad-files': ({ problems, total }) =>
    `${total} 项中有 ${problems.length} 项无法导入，因此一项也没有导入。请修正${problems.length < total ? '，或加 --skip-bad 跳过' : ''}：`,
  'import/duplicate-id': ({ id, first, second }) =>
    `${second}：编号“${id}”已被 ${first} 使用。请改用别的编号。`,
  'import/reserved-value': ({ place, field, value }) =>
    `${place}：${field === 'id' ? '编号' : `“${field}”`}的值是“${value}”，在人工判定中表示全部分组，不能作案例或分组的名称。请改写${field === 'id' ? '' : '，或留空'}。`,
  'import/bad-record': ({ path, line, place, problem }) =>
    `${path}:${line}：不是一个案例（${[place, say(problem)].filter(Boolean).join(' ')}）。每行应是含 "id"、"title"、"text" 的 JSON 对象。`,
  'import/bad-item': ({ path, item, place, problem }) =>
    `${path}：第 ${item} 项不是一个案例（${[place, say(problem)].filter(Boolean).join(' ')}）。文件应是一个 JSON 数组，各项是含 "id"、"title"、"text" 的对象；别的字段用 --text-column 指明。zhagen 导出的项目用 zhagen restore 读回。`,
  'import/missing-column': ({ path, column, found }) =>
    `${path}：缺少“${column}”列（现有：${found}）。案例表需要 text 列，或用 --text-column 指明，案例本来没有文本的用 --without-text 并要有编号列；属性表请用 --attributes，并需要 id（编号）或 file（文件）列。`,
  'import/doubled-column': ({ path, line, column }) =>
    `${path}:${line}：有两个“${column}”列。请改名或删去其一。`,
  'import/attribute-without-case': ({ path, line, id }) =>
    `${path}:${line}：这一行对应的案例“${id}”不存在。请改正编号或文件名，或一并导入该案例。`,
  'import/unknown-attribute': ({ attribute, known }) =>
    `--attribute-type ${attribute}：没有案例带这个属性。已有：${known}。`,
  'import/bad-csv': ({ path, line, problem }) => `${path}:${line}：CSV 格式有误（${say(problem)}）。`,
  'import/needs-ocr': ({ path }) =>
    `${path}：没有文字，各页为空白或图像（多为扫描件）。请先做文字识别（OCR），再导入识别后的文件。`,
  'import/unreadable-text': ({ path, unreadable, characters }) =>
    `${path}：${characters} 字中有 ${unreadable} 字无法读取，因为字体没有说明是什么字。请找原文件（Word），或先做文字识别（OCR）再导入。`,
  'import/unsafe-archive': ({ path, entry, problem }) =>
    `${path}：压缩包中的“${entry}”不能接受（${say(problem)}）。请自行解压检查，再导入解压后的文件夹。`,
  'import/reader-timeout': ({ path, seconds }) =>
    `${path}：${seconds} 秒内没有读完，已放弃。文件可能损坏；如确需更久，请用 --limit readerSeconds=… 提高限额。`,
  'import/reader-crashed': ({ path, megabytes }) =>
    `${path}：读取时超出 ${megabytes} MB 内存或出现故障，已放弃。请拆分文件，或用 --limit readerMegabytes=… 提高限额。`,
  'coding/bad-map': ({ part }) =>
    `“${part}”没有说明哪一列是什么。请写成 名称=列名，每个名称一次：--map 案例=编号,核心词=核心关键词`,
  'coding/map-without': ({ what }) =>
    what === 'case'
      ? '没有指定案例列。请加上：--map 案例=列名'
      : '没有指定编码列。每级一列的，由低到高写出各级（核心词=…,范畴=…）；每行一条编码的，写 编码=…；两者不能同时使用。',
  'coding/too-many-levels': ({ most }) => `编码框架最多 ${most} 级。请在 --map 中减去几级。`,
  'coding/bad-score': ({ score }) => `${score} 不能作相似度。--min-score 须大于 0，不超过 1。`,
  'coding/no-rows': ({ path }) => `${path} 中没有带编码的行。请检查 --map 所指定的列。`,
  'coding/bad-rows': ({ path, problems }) =>
    `${path}：有 ${problems.length} 行不能导入，因此什么都没有写入。请修改这些行，或用 --skip-bad 跳过：`,
  'coding/cell': ({ line, column }) => `第 ${line} 行，“${column}”列：`,
  'coding/several-above': ({ cell }) => `“${cell}”是多个编码，而一个编码只有一个上级。请每行写一个。`,
  'coding/two-above': ({ code, one, other, line }) =>
    `“${code}”在此归入“${other}”，而${line === null ? '编码框架中' : `第 ${line} 行`}归入“${one}”。请改正表格${line === null ? '，或用 zhagen move 移动该编码' : ''}。`,
  'coding/unknown-level': ({ level, known }) =>
    `编码框架没有“${level}”这一级，只有：${known}。请在 --map 中使用这些名称，或另建编码框架：--codebook 名称`,
  'coding/unknown-case': ({ name, near }) =>
    `没有名为“${name}”的案例。${near ? `相近的有：${near}。` : ''}请先导入其文本，或添加没有文本的案例：--without-text`,
  'coding/several-cases': ({ name, cases }) => `有几个案例的标题都是“${name}”：${cases}。请写案例编号。`,
  'segment/addon-missing': ({ addon, problem }) =>
    `${addon} 的编译组件缺失（${problem}）。请安装 C++ 编译器、make 和 Python 3，然后运行：npm rebuild ${addon}`,
  'segment/worker-died': ({ reason }) =>
    `分词子进程在同一批文本上两次中止（${reason}）；可用 --workers 1 或增加内存后再试`,
  'discover/no-han': ({ source }) => `${source}：没有中文文字，无从发现新词。`,
  'statistics/bad-line': ({ path, line, fault }) =>
    `${path}:${line}：此行${statisticsFaults[fault]}。请重新生成：zhagen terms`,
  'statistics/cut': ({ path }) => `${path}：缺少末行，文件已被截断。请重新复制，或重新生成：zhagen terms`,
  'statistics/altered': ({ path }) =>
    `${path}：内容与末行所记不符，文件被改动或缺行。请重新复制，或重新生成：zhagen terms`,
  'statistics/too-large': ({ path, allowed }) =>
    `${path}：统计文件不得超过 ${allowed / 2 ** 20} MB，因为项目要保存它的全部内容。`,
  'statistics/every-word': ({ path }) =>
    `${path}：统计的是全部词语，而不是挖掘所用的词语，只能用于 zhagen keywords --idf。请不加 --every-word 重新生成。`,
  'statistics/other-words': ({ path }) =>
    `${path}：不是按这些文本的读法统计的全部词语。请用本版本重新生成：zhagen terms --every-word，--clean 和 --user-words 须相同。`,
  'statistics/different': ({ path, first }) =>
    `${path}：与 ${first} 所用的程序版本、词表或新词不同。请全部用同样的方式重新生成。`,
  'keywords/too-long': ({ path, line, characters, allowed }) =>
    `${path}:${line}：文本至少有 ${characters} 字，提取关键词的文本不得超过 ${allowed} 字。请拆成多篇，每行一篇。`,
  'vocabulary/bad-line': ({ path, line, fault, text, first }) =>
    `${path}:${line}：“${text}”${wordListFaults[fault](first)}。`,
  'vocabulary/faulty': ({ path, total, problems }) =>
    `${path}：有 ${total} 行有误${total > problems.length ? `，先列出 ${problems.length} 行` : ''}：`,
  'files/cannot-write': ({ path, reason }) => `${path}：无法写入（${reason}）。`,
  'cli/usage': ({ problem }) => problem,
  'cli/bad-value': ({ option, value, known }) => `--${option}：不能是“${value}”。可以是：${known}`,
  'cli/cannot-print': ({ reason }) => `输出未能写完（${reason}）。请清出空间或写到别处，然后重新运行。`,
  'cli/interrupted': () => '已中断。正在进行的这一步没有保存任何内容，重新运行即可继续。',
};
