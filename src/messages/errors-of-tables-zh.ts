import type { ErrorsOf } from './messages.js';

/** The messages for tables that cannot be made, in Chinese. */
export const errorsOfTables: ErrorsOf<'tables'> = {
  'tables/not-coded': ({ database }) => `${database}：还没有编码。请运行：zhagen code`,
  'tables/no-codes': ({ database }) =>
    `${database}：本项目没有给定编码框架，也还没有人建立编码。请由关键词或段落建立第一个编码：zhagen merge 词语 编码 --new`,
  'tables/option-elsewhere': ({ option, table, tables }) =>
    `--${option} 不适用于“${table}”表，只用于：${tables}`,
  'tables/unit-elsewhere': ({ unit, table, units }) =>
    `表“${table}”不能按 --unit ${unit} 计。可用的单位：${units}`,
  'tables/needs-two-codebooks': ({ given }) =>
    `这里比较两个或更多不同的编码框架${given && `（现为：${given}）`}。请用 --codebooks 指定，并先分别编码：zhagen code --codebook 甲`,
  'tables/needs-attribute': ({ known }) =>
    `这里按案例的属性比较：请用 --by 指定属性。${
      known ? `已有属性：${known}` : '案例还没有属性，可由此导入：zhagen import … --attributes cases.csv'
    }`,
  'tables/unknown-group': ({ by, group, known }) => `没有案例的${by}是“${group}”。已有取值：${known}`,
  'tables/needs-group': ({ by, known }) =>
    `主题性比较的是一个组与其他组：请用 --group 指定该组。${by}的取值：${known}`,
  'tables/needs-word': () => `这里列出一个词或编码的各处出现：请用 --word 指定。`,
  'tables/same-group': ({ group }) => `“${group}”不能同时在比较的两边（--group、--against）。`,
  'tables/within-no-window': ({ unit }) =>
    `--within 是窗口的大小，不能与 --unit ${unit} 同用，请去掉其中一个。`,
  'tables/one-group': ({ by, groups }) =>
    `按${by}没有两个组可比较（${groups ? `只有：${groups}` : '没有案例注明'}）。请用 --by 指定别的属性。`,
  'tables/unknown-codebook': ({ name, known }) =>
    `本项目没有按“${name}”编码（已有：${known || '无'}）。请运行：zhagen code --codebook ${name}`,
};
