import type { ErrorParams } from '../errors.js';
import { chineseRegionNames, nameKinds } from '../model/counted-regions.js';
import type { Problem } from '../model/problem.js';
import { recipeKinds } from '../model/recipe-kind.js';
import { regionKinds } from '../model/region-kind.js';
import { VERBS } from './decision-verbs-zh.js';
import { listDecisions } from './describe-decision-zh.js';
import { errorsOfAgreement } from './errors-of-agreement-zh.js';
import { errorsOfComments } from './errors-of-comments-zh.js';
import { errorsOfFiles } from './errors-of-files-zh.js';
import { errorsOfJoin } from './errors-of-join-zh.js';
import { errorsOfParts } from './errors-of-parts-zh.js';
import { errorsOfPassages } from './errors-of-passages-zh.js';
import { errorsOfPseudonyms } from './errors-of-pseudonyms-zh.js';
import { errorsOfQueries } from './errors-of-queries-zh.js';
import { errorsOfSheets } from './errors-of-sheets-zh.js';
import { errorsOfStore } from './errors-of-store-zh.js';
import { errorsOfTables } from './errors-of-tables-zh.js';
import { errorsOfTags } from './errors-of-tags-zh.js';
import { errorsOfWeb } from './errors-of-web-zh.js';
import { errorsOfExport } from './export-zh.js';
import { errorsOfFigures } from './figure-zh.js';
import { type Messages, sayProblem } from './messages.js';
import { problems } from './problems-zh.js';
import { errorsOfQda } from './qda-zh.js';
import { errorsOfSpark } from './spark-zh.js';
import { stages } from './stages-zh.js';

const say = (problem: Problem) => sayProblem(problems, problem);

/** 出错的文件、行、位置和问题。 */
const inYaml = ({ path, place, problem }: { path: string; place: string; problem: Problem }) =>
  `${path}：${[place, say(problem)].filter(Boolean).join(' ')}。请改正后重新运行。`;

/** The types of attributes whose values can be wrong. */
const ATTRIBUTE_TYPES: Readonly<Record<string, string>> = { integer: '整数', number: '数值', date: '日期' };

/** The first names of a list. */
const firstOf = (names: readonly string[]) =>
  `${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}`;

/** 用户可以自行处理的问题的中文消息。消息较多的类别另有文件；其余各类只有几行，所以列在一处，不限长度。 */
export const errors: Messages['errors'] = {
  ...errorsOfAgreement,
  ...errorsOfExport,
  ...errorsOfFigures,
  ...errorsOfQda,
  ...errorsOfSpark,
  ...errorsOfFiles,
  ...errorsOfParts,
  ...errorsOfComments,
  ...errorsOfJoin,
  ...errorsOfPassages,
  ...errorsOfStore,
  ...errorsOfPseudonyms,
  ...errorsOfTables,
  ...errorsOfWeb,
  ...errorsOfQueries,
  ...errorsOfSheets,
  ...errorsOfTags,
  'sensitivity/bad-range': ({ given }) =>
    `“${given}”不是个数的范围。请写成 2..6，或列出：3,5；从 1 起，至多 20 个数。`,
  'sensitivity/beyond-considered': ({ asked, considered }) =>
    `筛选只考察每组前 ${considered} 个词，取不到 ${asked} 个。可多考察一些：zhagen mine --top ${asked}，然后 zhagen code`,
  'define/nothing': ({ code }) =>
    `请说明界定${code}的什么：--definition、--limits、--example、--property 或 --facet。`,
  'define/bad-facet': ({ facet }) => `“${facet}”不是分面。请写分面名及其取值，如 工具类型=环境型,供给型。`,
  'define/bad-property': ({ property }) => `“${property}”不是属性。请写属性名及其维度，如 强度=强,弱。`,
  'delete/not-empty': ({ code, children, passages, keywords, terms, relations }) => {
    const has = [
      children.length > 0 && `下级编码（${firstOf(children)}）`,
      passages > 0 && `编码段落 ${passages} 个`,
      keywords.length > 0 && `关键词（${firstOf(keywords)}）`,
      terms.length > 0 && `案例中出现的词（${firstOf(terms)}）`,
      relations > 0 && `范畴关系 ${relations} 个（zhagen relate --list）`,
    ].filter(Boolean);
    return `只能删除空的编码，“${code}”还有${has.join('；')}。可并入另一编码：zhagen merge ${code} <编码>；或移走下级编码：zhagen move <编码> <上级>`;
  },
  'relate/no-type': () => '请用 --as 说明前一编码是后一编码的什么，如 因果条件，或自定的关系。',
  'relate/itself': ({ code }) => `“${code}”不能与自己建立关系。请用 --to 给出另一编码。`,
  'relate/unknown': ({ from, kind, to }) => `“${from}”不是“${to}”的${kind}。查看：zhagen relate --list`,
  'relate/not-core': ({ code }) => `“${code}”不是核心范畴。查看：zhagen relate --list`,
  'memo/empty': () => '备忘没有内容。请写出内容，或用 - 从标准输入读取。',
  'memo/unknown': ({ id }) => `没有编号为“${id}”的备忘。列出备忘及其编号：zhagen memo list`,
  'memo/unknown-decision': ({ id }) => `没有编号为“${id}”的决定。编号见最后一列：zhagen history`,
  'memo/unclear-id': ({ id, count }) => `有 ${count} 个编号以“${id}”开头。请多写几位。`,
  'memo/no-subject': () =>
    '请用 --on 说明备忘写给什么对象：case:案例编号、code:编码、passage:段落编号、decision:决定编号、memo:备忘编号或 project（整个项目）。',
  'memo/bad-subject': ({ on }) =>
    `“${on}”没有说明备忘写给什么对象。请写 case:案例编号、code:编码、passage:段落编号、decision:决定编号、memo:备忘编号或 project（整个项目）。`,
  'memo/returns-no-passage': ({ on }) =>
    `只有已编码的段落可以返回修改，“${on}”不是段落。请写 --on passage:编号，编号见 zhagen tables evidence 的 passage 列。`,
  'memo/answered': ({ id, count }) =>
    `备忘 ${id} 之下还有 ${count} 条备忘，不能删除。可改写其内容：zhagen memo edit ${id} "…"`,
  'memo/not-author': ({ id, author, coder }) =>
    `备忘 ${id} 由 ${author} 所写，只有其本人可以修改或删除；当前编码者是 ${coder}。可在其下另写一条：zhagen memo add "…" --on memo:${id}`,
  'settings/unknown': ({ name, known }) => `没有名为“${name}”的设置。可用：${known}。`,
  'settings/wrong-value': ({ name, value, allowed }) => `${name} 不能设为“${value}”。可用：${allowed}。`,
  'settings/no-value': ({ name }) => `请给出 ${name} 要设的值：zhagen settings ${name} 值`,
  'regions/unknown-kind': ({ name }) =>
    `没有“${name}”这类文本区域。可用：${regionKinds.map((kind) => chineseRegionNames[kind]).join('、')}（或 ${regionKinds.join('、')}）`,
  'regions/nothing-left': () => '这样就没有任何文本区域计入了。请至少保留一类，例如：正文。',
  'regions/changed': ({ database }) =>
    `${database}：编码之后，计入的文本区域有变，现有编码与之不符。请重新挖掘和编码：zhagen mine，然后 zhagen code`,
  'mine/changed-since': (changes) =>
    `挖掘期间案例、分组或区域有变（${whoChanged(changes)}），因此没有保存。请重新挖掘：zhagen mine`,
  'mine/given-statistics': ({ path }) =>
    `本项目的语料统计取自 ${path}，--profile、--min-frequency 和 --max-length 对它不起作用。如要改用本项目自己的统计，请加 --restat：zhagen mine --restat`,
  'mine/no-texts': ({ cases }) =>
    `${cases} 个案例都没有文本，无可挖掘。请先用编码框架编码（zhagen code --codebook …），再对整个案例编码：zhagen passage code 案例 --code 编码`,
  'mine/no-cases': ({ database }) => `${database}：还没有案例。请先导入：zhagen import <文件夹>`,
  'mine/reserved-group': ({ by, group, cases }) =>
    `不能按 ${by === 'case' ? '案例' : by} 分组：“${group}”表示全部分组，不能作一个分组的名称（案例：${cases}）。请改名后重新导入，属性用 --attributes 导入。`,
  'mine/unknown-attribute': ({ attribute, known }) =>
    `没有案例带属性“${attribute}”（--by）。已有：${known}。属性由此导入：zhagen import … --attributes cases.csv`,
  'screen/bad-rules': inYaml,
  'screen/not-mined': ({ database }) => `${database}：还没有挖掘。请运行：zhagen mine`,
  'screen/unknown-word': ({ word, group, near }) =>
    `“${word}”不是${group === '*' ? '任何分组' : `“${group}”`}的关键词。${near ? `是否指：${near}？` : ''}阅读中发现的词用 zhagen add 补充。`,
  'screen/unknown-group': ({ group, known }) => `没有分组“${group}”。相近的有：${known}`,
  'screen/add-without-evidence': ({ word }) =>
    `没有案例出现“${word}”。请指明案例和原文：zhagen add ${word} --case 编号 --quote "……"`,
  'screen/add-in-left-out-region': ({ word, kinds }) =>
    `“${word}”只出现在未计入的文本区域（${nameKinds(kinds, 'zh')}）。请计入这类区域：zhagen regions --include-regions ${nameKinds(kinds, 'zh')}；或指明案例和原文（保留但不计数）：zhagen add ${word} --case 编号 --quote "……"`,
  'screen/quote-not-found': ({ caseId, quote }) =>
    `案例 ${caseId} 中没有这段文字：“${quote}”。请从 zhagen cases show ${caseId} 复制。`,
  'screen/nothing-to-split': ({ word }) => `“${word}”没有归入任何核心关键词，无从拆出。`,
  'decide/nothing-to-undo': ({ coder }) => `${coder} 没有可撤销的决定。查看：zhagen history`,
  'decide/not-standing': ({ coder, by, decision }) =>
    by === coder
      ? `决定 ${decision} 已经撤销，不再有效。查看：zhagen history`
      : `决定 ${decision} 由 ${by} 所做，只有其本人可以撤销；当前编码者是 ${coder}。查看：zhagen history`,
  'decide/undo-blocked': ({ undone, later }) =>
    [
      '以下决定不能撤销：',
      ...listDecisions(undone),
      '后来的这些决定以它为前提：',
      ...listDecisions(later),
      '请先由各自的编码者撤销这些后来的决定。查看：zhagen history',
    ].join('\n'),
  'decide/nothing-to-redo': ({ coder }) =>
    `${coder} 在最近一次决定之后没有撤销，无可重做。查看：zhagen history`,
  'decide/redo-blocked': ({ changed }) =>
    ['无法重做，当时有效的内容此后已改变：', ...listDecisions(changed), '请作为新的决定提出。'].join('\n'),
  'decide/coder-without-name': () => '编码者须有姓名。请用 --coder 给出，或设置 ZHAGEN_CODER。',
  'decide/machine-coder': ({ coder }) => `“${coder}”是程序自己的编码者名。请用 --coder 另取一名。`,
  'decide/unreadable-coder': ({ most }) =>
    `编码者的姓名应写在一行之内，不超过 ${most} 个字符，不含控制字符。`,
  'decide/changed-since': (changes) =>
    `在您读取之后项目有变（${whoChanged(changes)}），因此没有记入决定。请重新查看再作决定：zhagen history`,
  'recipe/bad-recipe': inYaml,
  'recipe/unknown-kind': ({ kind }) => `“${kind}”不是可沿用的决定类型。可用：${recipeKinds.join('、')}`,
  'recipe/conflicts': ({ path, problems }) =>
    `${path}：有 ${problems.length} 个决定无法沿用，因此全部未写入。请从文件中删去，或用 --skip-bad 跳过：`,
  'recipe/step': ({ number }) => `第 ${number} 个决定：`,
  'recipe/unknown-level': ({ level, known }) => `编码框架中没有代号为“${level}”的层级。现有：${known}`,
  'recipe/other-codebook': ({ of, used }) =>
    `它涉及编码框架“${of || 'none'}”中的编码，而本项目最近按“${used || 'none'}”编码。请先按该框架编码：zhagen code --codebook ${of || 'none'}`,
  'recipe/decided-otherwise': ({ word, kind, into, coder }) =>
    `${coder} 在本项目中对“${word}”另有判定（${VERBS[kind as keyof typeof VERBS]}${into && ` ${into}`}），予以保留。`,
  'reserve/no-cases': ({ share, cases }) =>
    `从 ${cases} 个案例中预留 ${share}，就没有可编码的案例了。请先导入案例，或少预留一些。`,
  'reserve/no-statements': ({ share, statements }) =>
    `从 ${statements} 句语句中预留 ${share}，就没有可编码的语句了。请先导入案例，或少预留一些。`,
  'reserve/nothing-reserved': ({ unit }) =>
    `现在没有、此前也没有预留的${unit === 'statement' ? '语句' : '案例'}。请在编码之前预留：zhagen reserve 1/3 --seed 1${unit === 'statement' ? ' --unit statement' : ''}`,
  'decide/not-contested': ({ word }) => `各编码者对“${word}”在此没有分歧，无需裁决。查看：zhagen history`,
  'decide/no-verdict-of': ({ coder, word, coders }) =>
    `${coder} 没有判定过“${word}”。请在判定过的编码者中选择：${coders}。`,
  'decide/needs-target': ({ verb }) => `zhagen ${verb} 至少需要两个词，最后一个是目标词。`,
  'decide/fold-into-itself': ({ word }) => `“${word}”不能并入自身。`,
  'decide/takes-two': ({ verb }) => `zhagen ${verb} 要给出两个名称：原名和新名。`,
  'decide/empty-word': ({ verb }) =>
    `zhagen ${verb} 的词中有空白的。请写出每个词，例如：zhagen ${verb} 扶贫车间`,
  'decide/unknown-target': ({ verb, name, near }) =>
    `没有名为“${name}”的编码或关键词。${near ? `是否指：${near}？` : ''}若要新建，请加 --new：zhagen ${verb} … ${name} --new`,
  'decide/not-new': ({ name }) => `已有名为“${name}”的编码或关键词。请去掉 --new，或换一个名称。`,
  'decide/not-coded': () =>
    `本项目尚未编码，还没有编码框架。请先运行：zhagen code --codebook none（或所用框架）`,
  'decide/mixed-levels': ({ names }) =>
    `${names}：不在同一层级。请每次只写同一层级的编码；zhagen promote 可将编码提升一级。`,
  'decide/wrong-level': ({ code, level, wanted }) =>
    `“${code}”在“${level}”这一层，而目标须在“${wanted}”这一层。请改用别的目标，或另起一个名称。`,
  'decide/top-level': ({ code, level }) => `“${code}”已在最高层级（${level}），上面没有层级。`,
  'decide/has-codes-under': ({ code, children }) =>
    `“${code}”之下还有编码：${children}。请先移走：zhagen move <编码> <上级>`,
  'decide/name-taken': ({ name, code }) =>
    `“${name}”已是编码“${code}”的名称。请换一个名称，或将两者合并：zhagen merge`,
  'decide/level-taken': ({ name }) => `另一层级的名称已是“${name}”。请换一个名称。`,
  'code/unknown-codebook': ({ name, known }) =>
    `没有编码框架“${name}”。请给出 YAML 文件，或选用：${known}、none`,
  'code/is-project': ({ path }) =>
    `${path} 是整个项目，不是编码框架。请用 zhagen import ${path} 导入，其中的编码会一并导入。`,
  'code/bad-codebook': inYaml,
  'code/faulty-codebook': ({ path, problems }) => `${path}：有 ${problems.length} 处错误：`,
  'code/unknown-code': ({ name, near }) =>
    `没有编码“${name}”。${near ? `是否指：${near}？` : ''}查看：zhagen codebook show <编码框架>`,
  'code/no-codes': ({ database }) =>
    `${database}：还没有编码。请先建立：zhagen promote <关键词>、zhagen merge <关键词> <核心关键词>、zhagen group <编码> <上级>`,
  'provenance/no-interviews': ({ fitting }) =>
    `文本中没有识别出提问或发言人，而 COREQ 只适用于访谈和焦点小组；适用的清单：${fitting}`,
  'provenance/exists': ({ path }) => `${path} 已经存在，其中可能有已填写的内容；要覆盖请加 --force`,
  'provenance/other-folder': ({ path }) =>
    `${path} 不是 zhagen provenance 写成的文件夹（或其中另有文件），不予替换；请换一个名称`,
  'verify/changed-meanwhile': () => '核验期间项目有变动，请重新运行 zhagen verify',
  'saturation/unknown-order': ({ order, known }) => `没有“${order}”这种案例顺序。可用：${known}`,
  'saturation/too-few-cases': ({ cases, base, run }) =>
    `只有 ${cases} 个案例，基数 ${base} 个加一轮 ${run} 个不够。可减小 --base、--run，或先收集更多案例。`,
  'assess/no-claims': ({ name, known }) =>
    `没有“${name}”的已发表数据。请用 --against 给出 claims.yaml 或其所在文件夹，或选用：${known}`,
  'assess/bad-claims': inYaml,
  'assess/bad-gold': ({ path, line, problem }) =>
    `${path}:${line}：${say(problem)}。人工标准编码文件应有 case_id 与 open_code 两列，或 case_id 与 main_pillar 两列。`,
  'view/unknown': ({ view }) => `没有视图“${view}”。可用：settled、coder:姓名、blind（另加 --coder 姓名）。`,
  'view/unknown-coder': ({ coder, known }) =>
    `本项目中没有名为“${coder}”的编码者作过决定。编码者：${known || '无'}。`,
  'view/blind-needs-coder': () => '视图 blind 只属于一位编码者。请用 --coder 给出姓名，或设置 ZHAGEN_CODER。',
  'view/coder-elsewhere': ({ coder }) =>
    `--coder 指谁在操作，或 blind 是谁的视图。查看 ${coder} 的编码请用：--view coder:${coder}`,
  'view/compares-coders': ({ table }) =>
    `表 ${table} 并列几位编码者的判定，没有单个编码者的视图。请去掉 --view。`,
  'view/out-of-date': ({ database }) =>
    `${database}：上次编码之后文本、统计或规则有变，还不能按单个编码者的判定取行。请先运行：zhagen code`,
  'cases/unknown-batch': ({ batch, known }) => `没有批次“${batch}”。现有：${known}`,
  'cases/nothing-to-find': () => '要查找的词是空白的。请写出词或编码，例如：zhagen kwic 扶贫车间',
  'cases/unknown-case': ({ id, near }) =>
    `没有案例“${id}”。${near ? `是否指：${near}？` : ''}查看：zhagen cases`,
  'cases/sealed': ({ id }) =>
    `${id} 是预留案例，留待以后检验，不能编码，也不能作判定。要取消预留：zhagen cases unseal ${id}`,
  'cases/no-attribute': ({ caseId }) =>
    `请写出要设的属性：zhagen cases set ${caseId} 属性=值（只写 属性= 则去掉该值）。`,
  'cases/not-a-value': ({ given }) =>
    `“${given}”不是属性值。请写成 属性=值，例如：zhagen cases set JX01 province=江西`,
  'cases/unknown-attribute': ({ name, known }) =>
    `案例没有属性“${name}”。现有：${known || '无'}。新的属性随属性表导入：zhagen import --attributes`,
  'cases/attribute-type': ({ name, value, type }) =>
    `“${value}”不符合属性 ${name} 的类型（${ATTRIBUTE_TYPES[type] ?? type}）。查看：zhagen cases --attributes`,
  'cases/needs-reason': ({ verb }) =>
    `请写明理由：zhagen cases ${verb} … ${verb === 'next' ? '--because' : '--reason'} "…"`,
  'cases/own-coding': ({ coder }) => `${coder} 不能检查自己的编码。请用 --coding-of 指明另一位编码者。`,
  'cases/not-done': ({ coder, cases }) =>
    `${coder} 尚未完成 ${cases} 现行版本的编码，没有可检查的编码。先运行：zhagen done ${cases} --coder ${coder}`,
  'coders/wrong-guid': ({ guid }) =>
    `“${guid}”不是 GUID。GUID 由 32 个十六进制数字组成，例如 1b4e28ba-2fa1-11d2-883f-0016d3cca427。`,
  'coders/guid-taken': ({ guid, owner }) => `${guid} 已是 ${owner} 的 GUID。每位编码者须各有自己的 GUID。`,
  'decide/interrupted': () => '已中断。没有记录任何决定，决定记录和各表都与之前一样。',
};

function whoChanged({ coders, stages: done }: ErrorParams['mine/changed-since']): string {
  return [
    ...(coders.length > 0 ? [`${coders.join('、')} 的决定`] : []),
    ...done.map((stage) => stages[stage] ?? stage),
  ].join('；');
}
