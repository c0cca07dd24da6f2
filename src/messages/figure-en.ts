import type { FigureWords } from './figure-words.js';
import type { ErrorsOf } from './messages.js';

/** What is said about figures, in English. */
export const figureWords: FigureWords = {
  about: ({ title, caption }) => `Figure: ${title}\n${caption}`,
  wrote: ({ files, width, height }) => [
    `Wrote ${files.join(' and ')} (${Math.round(width)} × ${Math.round(height)} mm)`,
  ],
};

/** The messages for what is wrong with figures, in English. */
export const errorsOfFigures: ErrorsOf<'figure'> = {
  'figure/nothing-to-draw': ({ figure }) =>
    `Nothing to draw in the figure ${figure}: no code has a count under this filter. See: zhagen tables coding`,
  'figure/no-relations': () =>
    'Nothing to draw: codes have no relations yet. State them: zhagen relate <code> --to <code> --as <type>',
  'figure/no-png': ({ path }) =>
    `${path} cannot be drawn: no font with Chinese characters was found. Install one, such as Noto Sans CJK SC (Debian, Ubuntu: fonts-noto-cjk), or write SVG: --format svg`,
  'figure/too-many-codes': ({ figure, codes, most }) =>
    `The figure ${figure} has room for ${most} codes, and there are ${codes}. Choose a level with fewer (--level), or group them: zhagen group`,
};
