import { adjudicationReasons } from '../model/adjudication-reason.js';
import { adjudicationWord } from '../model/adjudication-word.js';
import type { CellFault } from '../model/cell-doubt.js';
import { verdictWord } from '../model/sheet-verdict.js';
import type { ErrorsOf } from './messages.js';

/** What a cell may have become in a spreadsheet, and how it becomes what was meant. */
const cellFaults: Readonly<Record<CellFault, (shown: string) => string>> = {
  error: (shown) => `是错误值 ${shown}。请改写为要导入的内容，或清空。`,
  'no-value': (shown) =>
    `是没有算出结果的公式 ${shown}。请用 Excel、WPS 或 LibreOffice 打开并保存，或粘贴为数值。`,
  picture: () => '是图片。请写成文字。',
  date: (shown) => `是日期（显示为 ${shown}）；输入“1-2”之类会被改成日期。请把单元格设为文本格式后重新输入。`,
  digits: (shown) => `是数字 ${shown}，末尾几位已丢失。请把单元格设为文本格式后重新输入。`,
  format: (shown) => `是显示为 ${shown} 的数字。请把单元格设为文本格式后重新输入。`,
};

/** The messages for what is wrong with a sheet that came back, or with how one is asked for, in Chinese. */
export const errorsOfSheets: ErrorsOf<'sheet'> = {
  'sheet/not-a-sheet': ({ path }) =>
    `${path} 不是 zhagen 的编码表：首行表头中没有 zhagen:sheet 一列。编码表由 zhagen review export 导出。`,
  'sheet/missing-columns': ({ path, zh }) =>
    `${path} 缺少以下各列，因此没有导入任何内容：${zh}。列可以移动或隐藏，但请不要改名或删除；请恢复后再导入。`,
  'sheet/other-project': ({ path, cases }) =>
    `${path} 是另一个项目的编码表：本项目没有其中的案例（${cases}）。请打开它所属的项目再导入。`,
  'sheet/mixed': ({ path }) => `${path} 中有几张编码表的行。请把每张编码表各存为一个文件再导入。`,
  'sheet/other-coder': ({ path, of, coder }) =>
    `${path} 是 ${of} 的编码表，不是 ${coder} 的。导入时请不加 --coder。`,
  'sheet/bad-rows': ({ path, problems }) =>
    `${path}：有 ${problems.length} 行无法导入，因此没有写入任何内容。请修正这些行，或加 --skip-bad 跳过：`,
  'sheet/row': ({ line }) => `第 ${line} 行：`,
  'sheet/doubtful-cell': ({ column, kind, shown }) => `“${column}”列${cellFaults[kind](shown)}`,
  'sheet/unknown-code': ({ name, near }) =>
    `没有名为“${name}”的编码。${near ? `相近的有：${near}。` : ''}要新建，导入时加 --new。`,
  'sheet/unknown-verdict': ({ written, allowed }) =>
    `“${written}”不是判定。请写${allowed.map((one) => verdictWord(one, 'zh')).join('、')}，或留空。`,
  'sheet/words-differ': () => '语句与这一行所指的不同。排序时请带上所有列；另选的语句请另加一行。',
  'sheet/passage-gone': ({ caseId }) => `${caseId} 的新文本中已没有这段话。请把现在的语句贴到新的一行。`,
  'sheet/no-case': ({ cases }) =>
    cases
      ? `这些语句出现在几个案例中：${cases}。请在“案例”一列写明。`
      : '没有案例含有这些语句。请从原文复制，或在“案例”一列写明。',
  'sheet/no-words': () => '这一行没有原文语句。请贴上所编码的语句。',
  'sheet/no-target': ({ word }) => `请写明“${word}”并入哪个关键词。`,
  'sheet/one-code': ({ word }) => `关键词“${word}”只能归入一个编码，请只写一个。`,
  'sheet/confirmed-and-changed': () => '这一行既确认编码，又换成了别的编码。请把两个编码都写上，或不写判定。',
  'sheet/contradicts': ({ line }) => `第 ${line} 行把同一个编码放在别的上级之下。`,
  'sheet/said-since': ({ decision }) =>
    `导出编码表之后又有了别的决定（${decision}）。请用 zhagen history 查看，并重新导出。`,
  'sheet/hides-no-names': ({ what }) =>
    `--hide-names 不适用于 --what ${what}，只适用于 contested。隐藏他人的判定请用 --view blind。`,
  'sheet/chosen-and-decided': () => '这一行既选了编码者，又另有所定。请把其中一格留空。',
  'sheet/decided-as-given': ({ code }) => `已有编码者给这一句编了“${code}”。请在该编码的那一行选用其判定。`,
  'sheet/needs-note': () => '此处没有采用任何一位编码者的判定。请在备忘一列写明理由。',
  'sheet/settled-since': ({ word }) =>
    `“${word}”在导出编码表之后已有裁决，已裁决的不再改动。请把这一行留空，或先撤销那个决定：zhagen history`,
  'sheet/unknown-why': ({ written }) =>
    `“${written}”不是分歧原因的选项。可写：${adjudicationReasons.map((why) => adjudicationWord(why, 'zh')).join('、')}；其他说明写在备忘一列。`,
  'sheet/bad-sample': ({ sample }) => `抽样“${sample}”无效。请写行数（如 50）或比例（如 20%、1/3）。`,
  'sheet/unknown-format': ({ path }) =>
    `编码表须为 .xlsx 或 .csv 文件，${path} 不是。请这样写：--out 编码表.xlsx（--what passages 也可写成 .docx 或文件夹）`,
};
