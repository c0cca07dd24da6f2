import type { FigureWords } from './figure-words.js';
import type { ErrorsOf } from './messages.js';

/** What is said about figures, in Chinese. */
export const figureWords: FigureWords = {
  about: ({ title, caption }) => `图：${title}\n${caption}`,
  wrote: ({ files, width, height }) => [
    `已写出 ${files.join('、')}（${Math.round(width)} × ${Math.round(height)} 毫米）`,
  ],
};

/** The messages for what is wrong with figures, in Chinese. */
export const errorsOfFigures: ErrorsOf<'figure'> = {
  'figure/nothing-to-draw': ({ figure }) =>
    `图 ${figure} 没有可画的内容：按此条件没有编码有计数。可查看：zhagen tables coding`,
  'figure/no-relations': () =>
    '没有可画的内容：编码之间还没有关系。请先写出：zhagen relate <编码> --to <编码> --as <关系>',
  'figure/no-png': ({ path }) =>
    `无法画出 ${path}：没有找到含汉字的字体。请安装一种，如思源黑体（Noto Sans CJK SC；Debian、Ubuntu：fonts-noto-cjk），或改写 SVG：--format svg`,
  'figure/too-many-codes': ({ figure, codes, most }) =>
    `图 ${figure} 最多画 ${most} 个编码，现有 ${codes} 个。请用 --level 选编码较少的层级，或先归类：zhagen group`,
};
