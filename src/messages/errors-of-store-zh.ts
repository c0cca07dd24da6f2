import type { ErrorsOf } from './messages.js';

/** The messages for what is wrong with a project file, in Chinese. */
export const errorsOfStore: ErrorsOf<'store'> = {
  'store/missing-database': ({ path }) => `${path}：这里没有项目。新建：zhagen import <文件夹> --db ${path}`,
  'store/not-a-project': ({ path }) => `${path}：不是 zhagen 项目，未作任何改动。请用 --db 指定别的文件。`,
  'store/newer-version': ({ path, found, known }) =>
    `${path}：由更新版本的 zhagen 写成（文件版本 ${found}，本程序只认识到 ${known}）。请升级 zhagen。`,
  'store/cannot-open': ({ path, reason }) => `${path}：无法打开（${reason}）。`,
  'store/changed-text': ({ path, caseId }) =>
    `${path}：案例“${caseId}”保存的文本与导入时不同（sha256 不符）。文件被别的程序改过，或已损坏。未作任何改动；请改用最近的备份。“zhagen verify”可列出全部不符之处。`,
  'store/damaged': ({ path, reason }) =>
    `${path}：文件已损坏（${reason}）。未作任何改动。请保留原文件，改用最近的副本，或用导出的 json 恢复（zhagen restore）；还能读出的部分可用 sqlite3 ${path} .recover 取出。`,
  'store/unread-journal': ({ path, reason }) =>
    `${path}：最近的改动还在 ${path}-wal 中，读取它需要在旁边写文件（${reason}）。请把两个文件一起复制到可写的文件夹，再用 --db 指定副本。`,
  'store/cannot-write': ({ path, reason }) =>
    `${path}：未能写完（${reason}）。未作任何改动，请检查磁盘是否已满，然后再试。`,
  'store/left-in-journal': ({ path, reason }) =>
    `${path}：命令的结果已保存，但一部分还在 ${path}-wal 中（${reason}）。请把两个文件放在一起，并清出空间：下一条写入命令会将其合并。`,
  'store/disk-full': ({ path }) => `${path}：磁盘已满。未作任何改动，请清出空间后再试。`,
  'store/busy': ({ path }) => `${path}：另一个程序正在写入。请稍候再试。`,
  'store/moved': ({ path }) =>
    `${path}：文件已被移走、删除或替换，未作任何改动。请把它放回原处再试，或重新打开要用的文件。`,
  'store/read-only': ({ path }) =>
    `${path}：没有写入权限。请检查文件及其所在文件夹的权限，或用 --db 指定别的文件。`,
};
