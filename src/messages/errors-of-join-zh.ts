import type { ErrorsOf } from './messages.js';

/** The messages for what keeps work from being split or projects from being joined, in Chinese. */
export const errorsOfJoin: ErrorsOf<'join' | 'split'> = {
  'join/damaged': ({ path }) =>
    `${path}：文件已损坏或不完整，没有作任何改动。请对方关闭项目后重新复制并发送。`,
  'join/not-a-project': ({ path }) =>
    `${path}：不是 zhagen 项目，没有作任何改动。请选编码者发回的项目文件（.db）。`,
  'join/obstacles': ({ problems }) =>
    `两个项目还不能合并，没有作任何改动。先使以下 ${problems.length} 处在两个项目中一致：`,
  'join/conflicts': ({ about, path }) =>
    `两个项目有 ${about.length} 处判定互相矛盾，没有作任何改动：${about.slice(0, 10).join('；')}${about.length > 10 ? '；……' : ''}。${
      path === ''
        ? '可在表中逐条选择：--conflicts 表.xlsx；或统一取其一：--settle earlier（先作的）、--settle later（后作的）'
        : `已写入 ${path}。在最后一列选择后运行：zhagen join … --settled ${path}`
    }`,
  'join/id-of-another': ({ caseId, of }) =>
    `${caseId} 在一个项目中是案例 ${of} 的另一编号，在另一个项目中却是单独的案例。请用其他编号导入该案例，在其中编码后再合并`,
  'join/other-text': ({ caseId }) =>
    `案例 ${caseId} 在另一项目中是另一篇文本，且两个项目都不同时有这两篇。请在两个项目中导入同一文件，或给其中一个案例换编号`,
  'join/other-cleaning': ({ caseId }) =>
    `案例 ${caseId} 的文本在两个项目中清洗方式或计入区域不同。请在两个项目中用相同的选项导入`,
  'join/other-setting': ({ name, here, there }) =>
    `设置 ${name} 在本项目中是“${here}”，在另一项目中是“${there}”。请在两个项目中用相同的选项运行设定它的命令（zhagen mine --by --top、zhagen screen --rules、zhagen settings）`,
  'join/other-codebook': ({ codebook }) =>
    `编码框架 ${codebook} 在两个项目中来自不同的文件。请用同一个文件编码两个项目：zhagen code --codebook 文件`,
  'join/other-attribute': ({ caseId, name, here, there }) =>
    `案例 ${caseId} 的${name}在本项目中是“${here}”，在另一项目中是“${there}”。请在其中一个项目中设定：zhagen cases set ${caseId} ${name}=值`,
  'join/other-type': ({ name, here, there }) =>
    `属性 ${name} 的类型在两个项目中不同（${here}、${there}）。请用相同的 --attribute-type 导入`,
  'join/unknown-coder': ({ name, known }) =>
    `另一项目中没有编码者“${name}”，--coder-map 无从对应。其编码者：${known || '无'}`,
  'join/other-guid': ({ name }) =>
    `“${name}”在另一项目中的 GUID 不同，是同名的两个人。请给对方另取一名：--coder-map ${name}=名字`,
  'join/other-name': ({ here, there }) =>
    `另一项目中的“${there}”与“${here}”的 GUID 相同。若是同一人：--coder-map ${there}=${here}；否则：--coder-map ${there}=${there}`,
  'join/bad-coder-map': ({ given }) =>
    `“${given}”不是编码者的对应。请写“对方的名字=这里的名字”，如 --coder-map 小王=王,小李=李。`,
  'join/not-conflicts': ({ path }) => `${path} 不是合并冲突表。可这样写出：zhagen join … --conflicts 表.xlsx`,
  'split/file-there': ({ path }) =>
    `${path} 已存在，其中可能已有编码。请先并入或导入，或用 --out 写到另一文件夹。`,
  'split/bad-days': ({ after }) => `“${after}”不是天数。例如：--after 14d`,
  'split/nothing-done': ({ coder, done, after }) =>
    `${coder} 已完成 ${done} 个案例，${after === '' ? '' : `没有在 ${after} 之前完成的，`}没有可再编的案例。完成案例后请运行：zhagen done`,
  'split/no-cases': () => '没有可分配的有文本的案例。请先：zhagen import',
  'join/unknown-choice': ({ path, line, written }) =>
    `${path}:${line}：“${written}”不是可选的值。请在最后一列写“先”或“后”。`,
};
