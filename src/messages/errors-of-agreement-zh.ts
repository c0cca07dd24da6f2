import { agreementUnitNames as unitNames } from './agreement-zh.js';
import type { ErrorsOf } from './messages.js';

/** The messages about agreement between coders, in Chinese. */
export const errorsOfAgreement: ErrorsOf<'agree'> = {
  'agree/two-coders': ({ known }) => `请用 --coders 给出至少两名编码者（项目中有：${known || '无'}）。`,
  'agree/too-many-coders': ({ most }) => `一次最多比较 ${most} 名编码者。请用 --coders 选择。`,
  'agree/machine': ({ coder }) =>
    `“${coder}”是程序本身：人与程序的一致是效度，不是编码者间信度。请用 zhagen assess。`,
  'agree/one-coder': ({ coders }) =>
    `再测比较同一名编码者的前后两次编码，请用 --coders 只写一名（现为：${coders || '无'}）。`,
  'agree/batch-of-keywords': ({ batch }) =>
    `关键词按组判定，不属于批次 ${batch} 的案例。请不用 --batch，或比较句子：--unit sentence`,
  'agree/nothing-in-common': ({ coders, unit }) =>
    `${coders} 没有共同判断过的单元（${unitNames[unit as keyof typeof unitNames] ?? unit}）。未编码的句子，须编码者声明已编完该案例才算其判断：zhagen done`,
  'agree/no-such-level': ({ level, levels }) => `编码框架没有第 ${level} 级，共 ${levels} 级（1 为最高级）。`,
  'agree/no-such-version': ({ codebook, version, known }) =>
    `项目没有用过编码框架 ${codebook} 的 ${version} 版。用过的版本：${known || '无'}。`,
  'agree/sheet-coders': ({ path, found }) =>
    `${path}：需要至少两名编码者。每行一个单元时，每名编码者一列；每行一个单元和编码者时，要有“编码者”“编码”列。找到的编码者：${found || '无'}。`,
  'agree/sheet-cells': ({ path, problems }) =>
    `${path}：有 ${problems.length} 行的单元格无法确定编码者写的是什么。请重新填写：`,
  'agree/sheet-column': ({ path, column }) => `${path}：没有说明单元的列。可用的列名：${column}`,
  'agree/sheet-coder': ({ path, coder, found }) =>
    `${path}：没有编码者“${coder}”。表中有：${found || '无'}。`,
};
