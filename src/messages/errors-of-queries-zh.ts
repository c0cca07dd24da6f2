import type { ErrorsOf } from './messages.js';

/** The messages about queries, in Chinese. */
export const errorsOfQueries: ErrorsOf<'query'> = {
  'query/nothing-asked': () => '查询没有条件。请写词语，或选编码、编码者。',
  'query/unknown-attribute': ({ name, known }) => `没有属性“${name}”。已有的属性：${known}`,
  'query/too-many': ({ found, most }) => `查询找到 ${found} 句，一次最多固化 ${most} 句。请先收窄查询。`,
  'query/name-taken': ({ name }) => `已有名为“${name}”的查询。请换一个名称。`,
  'query/nothing-found': ({ query }) => `查询“${query}”没有找到句子，未予固化。请改查询条件。`,
};
