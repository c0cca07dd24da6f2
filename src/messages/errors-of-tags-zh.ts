import type { ErrorsOf } from './messages.js';

/** The messages for tags that cannot be given or found, in Chinese. */
export const errorsOfTags: ErrorsOf<'tag'> = {
  'tag/no-name': () => '标记须有名称，例如：zhagen tag 投稿稿',
  'tag/given': ({ name, coder, time, revision }) =>
    `“${name}”已由 ${coder} 于 ${time.slice(0, 16).replace('T', ' ')}（UTC）标记第 ${revision} 次改动后的状态，不能改指。请给当前状态另取一名，例如：zhagen tag ${name}-2`,
  'tag/unknown': ({ name, known }) =>
    known.length === 0
      ? `没有标记“${name}”：尚未作过标记。标记当前状态：zhagen tag 名称`
      : `没有标记“${name}”。已有标记：${known.join('、')}`,
  'tag/out-of-date': () =>
    '最近一次编码之后，文本、分组或规则有变，各表尚未更新。请先更新：zhagen mine，然后 zhagen code',
};
