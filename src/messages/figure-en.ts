import { english } from '../text/english.js';
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
    english`The figure ${figure} has room for ${most} codes, and there are ${codes}. ${figure === 'crosswalk' ? 'Choose a level with fewer (--level), or group' : 'Group'} them: zhagen group`,
  'figure/too-few-codes': ({ figure, codes, least }) =>
    english`Nothing to draw: the figure ${figure} needs at least ${least} codes that occur together, and under this filter there are ${codes}. See: zhagen tables cooccurrence`,
  'figure/one-level': ({ codebook }) =>
    `Nothing to draw: the figure sankey needs codes with counts on two levels, and those of codebook ${codebook} are on one. See: zhagen tables coding`,
  'figure/too-many-columns': ({ columns, most, width }) =>
    english`There is room for ${most} columns at a width of ${width} mm, and there are ${columns}. Make the figure wider (--width), or draw fewer: --group for values of an attribute, --level for codes`,
  'figure/too-narrow': ({ width }) =>
    `At a width of ${width} mm there is no room for labels that can be read. Make the figure wider (--width), or draw less: fewer levels (--level), fewer codes (--rows), fewer relations`,
  'figure/no-agreement': () =>
    'Nothing to draw: no two coders judged the same units yet. Coders say when they have read a case to its end: zhagen done <case> --coder NAME. Then compare: zhagen agree',
  'figure/option-elsewhere': ({ option, figure, figures }) =>
    `--${option} does not apply to the figure ${figure}. It applies to: ${figures}`,
  'figure/unit-elsewhere': ({ unit, figure, units }) =>
    `The figure ${figure} cannot be counted by --unit ${unit}. Units: ${units}`,
};
