import type { ErrorsOf } from './messages.js';

/** Mistakes at the workbench in the browser, in Chinese. */
export const errorsOfWeb: ErrorsOf<'web'> = {
  'web/no-project': () => '还没有打开项目。请在开始页打开或新建一个项目。',
  'web/no-session': () =>
    '此浏览器尚未获准进入。请打开 `zhagen serve` 显示的网址，该网址只供一个浏览器使用。如果程序重新启动过，请使用新网址。',
  'web/no-coder': () => '请先说明您是谁：每项决定都要记在做出决定的人名下。',
  'web/foreign-host': ({ host }) =>
    `页面是以“${host}”之名访问的，这不是工作台自己的地址。请打开 \`zhagen serve\` 显示的网址。`,
  'web/foreign-page': ({ origin }) => `来自其他网址（${origin}）的页面提出了请求，未予执行。`,
  'web/not-found': ({ path }) => `${path} 不存在。`,
  'web/bad-request': ({ field, problem }) =>
    `页面发来的内容不符合要求${field === '' ? '' : `（${field}）`}：${problem}。请重新载入页面。`,
  'web/too-large': ({ megabytes }) => `一次超过 ${megabytes} MB，未予执行。`,
  'web/child-died': () => '执行此项工作的子程序提前结束了，未能完成。请再试一次。',
  'web/busy': () => '项目已经打开，或正在建立。请重新载入页面。',
  'web/changing': () => '正在收回另一份文件。请等它完成，或先取消。',
  'web/port-taken': ({ port }) => `端口 ${port} 已被占用或不允许使用。不写 --port，程序会自选一个空闲端口。`,
};
