import type { CodingChange } from '../project/qda/diff-codings.js';
import type { ImportedQdaProject } from '../workflow/qda/imported-qda-project.js';
import type { ErrorsOf, Messages } from './messages.js';

/** What is reported of projects of other programs, in Chinese. */
export const qdaReports: Pick<Messages['reports'], 'importedQda'> = {
  importedQda: (said) => [
    `${said.isDryRun ? '试导入' : '已导入'} ${said.origin || '其他软件'} 的项目：新案例 ${said.newCases.length} 个，已有案例 ${said.knownCases} 个；${
      said.codebookId === null
        ? '没有编码'
        : `编码框架 ${said.codebookId}${said.isNewCodebook ? '（新建）' : ''}`
    }；编码者 ${said.coders.join('、') || '无'}。`,
    `人工编码 ${said.codings} 处：未变 ${said.unchanged} 处，有改动 ${said.changes.length} 处。${said.ofProgram > 0 ? `本程序的机器建议 ${said.ofProgram} 处不导入，由 zhagen code 生成。` : ''}`,
    ...(said.isCompared || said.knownCases === 0
      ? []
      : ['文件中没有导出时的记录：项目中已有的编码，只有此前由它导入的才会去掉。']),
    ...(said.newCodes.length > 0 ? [`新设编码（${said.newCodes.length}）：${said.newCodes.join('、')}`] : []),
    ...said.changedCodes.map(changedCode),
    ...(said.deletedCodes.length > 0
      ? [`删除编码（${said.deletedCodes.length}）：${said.deletedCodes.join('、')}`]
      : []),
    ...said.keptCodes.map(
      ({ code, codings, coders }) =>
        `  ${code}：文件中已没有，项目中保留${codings > 0 ? `（${coders.join('、')}用它编码 ${codings} 处）` : '（其下还有保留的编码）'}`,
    ),
    ...said.newRelations.map((one) => `  新增关系：${relation(one)}`),
    ...said.removedRelations.map((one) => `  去掉关系：${relation(one)}`),
    ...(said.newMemos + said.editedMemos + said.deletedMemos > 0
      ? [`备忘录：新增 ${said.newMemos} 条，改写 ${said.editedMemos} 条，删除 ${said.deletedMemos} 条`]
      : []),
    ...(said.attributes > 0 ? [`属性值有改动：${said.attributes} 个`] : []),
    ...listed(said),
    ...(said.notTaken.length > 0 ? ['未导入：'] : []),
    ...said.notTaken.map(
      ({ kind, count, at = [] }) =>
        `  ${NOT_TAKEN[kind] ?? kind}：${count}${at.length > 0 ? `（${at.join('、')}${at.length < count ? ' …' : ''}）` : ''}`,
    ),
  ],
};

/** Why something was not taken; what is not here is the name of an element of the file. */
const NOT_TAKEN: Readonly<Record<string, string>> = {
  'no-place': '位置不在文本之内的编码',
  'words-gone': '未能在项目文本中定位的编码',
  sealed: '预留（封存）语句中的编码',
  'no-code': '文件中没有其编码的编码处',
  'doubled-name': '重复的名称（编码重名时已加以区分）',
  'doubled-guid': '重复的 GUID（以后出现的为准）',
  'bad-value': '与变量类型不符的值（照录）',
  'outside-path': '指向压缩包之外的路径（不读取）',
  dangling: '指向文件中没有的内容',
  'case-closed': '项目中已剔除或预留的案例',
  'no-text': '文件中没有文本的材料（音像，或缺失的文件）',
  'unknown-attribute': '项目中没有的属性的值',
  'name-taken': '与其他编码重名的新名称',
  'no-level': '移到最低层级之下的编码（位置不变）',
  'code-colour': '编码的颜色',
  'memo-answered': '文件中已没有、但还有人就其写了备忘录的备忘录（项目中保留）',
  'link-unnamed': '没有名称、或指向自身的编码链接',
  'link-cases': '案例之间的链接',
  'link-texts': '文本或编码处之间的链接',
  Link: '不同种类内容之间的链接',
  Graph: '图',
  PictureSource: '图片',
  AudioSource: '录音',
  VideoSource: '录像',
  PDFSelection: 'PDF 版面上的选区',
  PictureSelection: '图片上的选区',
  AudioSelection: '录音中的选段',
  VideoSelection: '录像中的选段',
  TranscriptSelection: '逐字稿中的选段',
};

const WHAT: Readonly<Record<CodingChange['what'], string>> = {
  added: '新增',
  removed: '去掉',
  moved: '移动',
  recoded: '改编码',
};

function changedCode({ code, name, definition, parent }: ImportedQdaProject['changedCodes'][number]): string {
  const what = [
    ...(name === undefined ? [] : [`改名为${name}`]),
    ...(parent === undefined ? [] : [parent === '' ? '移到顶层' : `移到${parent}之下`]),
    ...(definition === undefined ? [] : ['改了定义']),
  ];
  return `  ${code}：${what.join('；') || '层级有变'}`;
}

const relation = ({ from, kind, to }: ImportedQdaProject['newRelations'][number]) =>
  `${from} —${kind}→ ${to}`;

const SHOWN = 30;

function listed({ changes }: ImportedQdaProject): string[] {
  return [...changes.slice(0, SHOWN).map(line), ...(changes.length > SHOWN ? ['  …'] : [])];
}

function line({ what, coder, caseId, code, words, before }: CodingChange): string {
  const at = words === '' ? '整案' : `“${cut(words)}”`;
  const was = before === undefined ? '' : what === 'moved' ? `（原为“${cut(before)}”）` : `（原为${before}）`;
  return `  ${WHAT[what]}：${coder}，${caseId}，${code}，${at}${was}`;
}

function cut(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ')];
  return letters.length > 30 ? `${letters.slice(0, 30).join('')}…` : letters.join('');
}

/** The messages for what is wrong with importing such projects, in Chinese. */
export const errorsOfQda: ErrorsOf<'qdpx'> = {
  'qdpx/alone': ({ path }) => `请单独导入 ${path}：其他软件的项目自带案例。`,
  'qdpx/option-elsewhere': ({ option }) => `--${option} 不适用于 .qdpx：项目自带案例、文本和属性。`,
  'qdpx/unknown-user': ({ name, known }) =>
    `文件中没有用户“${name}”，--coder-map 无从对应。文件中的用户：${known || '无'}`,
};
