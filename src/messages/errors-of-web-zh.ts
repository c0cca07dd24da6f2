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
  'web/bad-request': ({ field }) =>
    `页面发来的内容不符合要求${field === '' ? '' : `（${field}）`}。请重新载入页面。`,
  'web/too-large': ({ megabytes }) => `一次超过 ${megabytes} MB，未予执行。`,
  'web/child-died': () => '执行此项工作的子程序提前结束了，未能完成。请再试一次。',
  'web/busy': () => '正在建立一个项目。请等它完成，或先取消。',
  'web/changing': () => '正在收回另一份文件。请等它完成，或先取消。',
  'web/port-taken': ({ port }) => `端口 ${port} 已被占用或不允许使用。不写 --port，程序会自选一个空闲端口。`,
  'web/bad-name': ({ name }) => `“${name}”不能用作文件名。请去掉 < > : " / \\ | ? * 以及开头或结尾的点。`,
  'web/bad-folder': ({ folder, reason }) => `无法建立文件夹 ${folder}（${reason}）。请另选一个。`,
  'web/relative-path': ({ path }) =>
    `“${path}”不是完整的路径。请从头写起，例如 /home/me/study 或 C:\\Users\\me\\study。`,
  'web/already-there': ({ path }) => `${path} 已经存在，不会被覆盖。请换一个名称，或把它作为项目打开。`,
  'web/earlier-version': ({ path, found, known }) =>
    `${path} 由较早版本的 zhagen 建立（格式 ${found}，本版为 ${known}）。打开时会把文件更新到本版格式，` +
    '此后较早的版本不能再打开它。如仍需要旧版，请先另存一份。',
  'web/hidden-cases': ({ cases }) =>
    `您还有 ${cases} 个案例没有编完，其中的机器建议和他人判定对您隐藏，因此没有写出文件。请先编完，或在“图表”页的“导出”中选择显示。`,
  'web/no-files': () => '还没有可导入的案例文件。请先拖入或选择文件。',
  'web/other-project': () => '其间打开了另一个项目，因此未予执行。请重新载入页面。',
};
