import type { ErrorsOf } from './messages.js';

/** The messages for what is wrong with a table of names, in Chinese. */
export const errorsOfPseudonyms: ErrorsOf<'pseudonyms'> = {
  'pseudonyms/not-a-table': ({ path }) =>
    `${path} 不是化名表：没有“名称”“化名”两列。请先导出：zhagen pseudonyms find --out 化名表.xlsx`,
  'pseudonyms/bad-rows': ({ path, problems }) =>
    `${path}：有 ${problems.length} 处问题，未写入任何内容。请改正下列各行后重新运行：`,
  'pseudonyms/without-name': ({ pseudonym }) =>
    `化名“${pseudonym}”旁没有名称。请写上原文中的名称，或删去该行。`,
  'pseudonyms/too-short': ({ name }) => `“${name}”只有一个字，会出现在许多词中。请写全名，或将化名留空。`,
  'pseudonyms/bad-pseudonym': ({ pseudonym }) =>
    `“${pseudonym}”不能作化名。请使用汉字、字母、数字以及 · × ○（）。`,
  'pseudonyms/contains-name': ({ name, pseudonym, inside }) =>
    `“${name}”的化名“${pseudonym}”含有本表中的名称“${inside}”。请另取化名。`,
  'pseudonyms/twice': ({ name, one, other }) => `“${name}”有两个化名：“${one}”与“${other}”。请只保留一行。`,
  'pseudonyms/unknown-answer': ({ written }) => `“${written}”不是有效的回答。请写“是”或“否”，或留空。`,
  'pseudonyms/file-there': ({ path }) => `${path} 已存在。请用 --out 另写文件名，或先移走该文件。`,
  'pseudonyms/no-pseudonyms': ({ path }) => `${path} 中没有填写任何化名，无可替换。请填写“化名”一列。`,
  'pseudonyms/same-id': ({ one, other, id }) =>
    `案例 ${one} 与 ${other} 替换后都会叫作 ${id}。请给这些名称取不同的化名。`,
};
