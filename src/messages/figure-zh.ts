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
    `图 ${figure} 最多画 ${most} 个编码，现有 ${codes} 个。请${figure === 'crosswalk' ? '用 --level 选编码较少的层级，或' : ''}先归类：zhagen group`,
  'figure/too-few-codes': ({ figure, codes, least }) =>
    `没有可画的内容：图 ${figure} 至少要有 ${least} 个共同出现的编码，按此条件只有 ${codes} 个。可查看：zhagen tables cooccurrence`,
  'figure/one-level': ({ codebook }) =>
    `没有可画的内容：图 sankey 要有两个层级的编码有计数，编码框架 ${codebook} 只有一个层级有。可查看：zhagen tables coding`,
  'figure/too-many-columns': ({ columns, most, width }) =>
    `宽 ${width} 毫米最多画 ${most} 列，现有 ${columns} 列。请加宽（--width），或减少列数：属性值用 --group 选，编码用 --level 选`,
  'figure/too-narrow': ({ width }) =>
    `宽 ${width} 毫米放不下能看清的文字。请加宽（--width），或少画一些：减少层级（--level）、编码（--rows）或关系`,
  'figure/no-agreement': () =>
    '没有可画的内容：还没有两位编码者判断过相同的单位。编完一个案例后注明：zhagen done <案例> --coder 姓名，再比较：zhagen agree',
  'figure/option-elsewhere': ({ option, figure, figures }) =>
    `--${option} 不适用于图 ${figure}，只用于：${figures}`,
  'figure/unit-elsewhere': ({ unit, figure, units }) =>
    `图 ${figure} 不能按 --unit ${unit} 计。可用的单位：${units}`,
};
