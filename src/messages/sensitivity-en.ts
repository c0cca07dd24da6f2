import { english } from '../text/english.js';
import { counted } from './counted.js';
import type { SensitivityWords } from './sensitivity-words.js';

const NAMED = 5;

/** What is said about other numbers of keywords, in English. */
export const sensitivityWords: SensitivityWords = {
  about: ({ present, by, groups, codebook, considered, isUpToDate }) => [
    english`The first so many keywords of each group (${by}, ${counted(groups, 'group')}) are taken; ${present} are in force (*). Rules, decisions and codebook ${codebook} stay as they are, and nothing is written. Screening considers the first ${considered} words of each group.`,
    'Only assignments depend on the number; references are found in the texts, whatever is taken.',
    ...(isUpToDate ? [] : ['Texts, groups or rules changed since the last coding: zhagen code comes first.']),
  ],
  topHeads: ['taken', 'case × keyword', 'keywords', 'unmapped', 'core keywords', 'appear', 'vanish'],
  pillarTitle: 'Top level: assignments / cases with an assignment or reference',
  changingTitle:
    'Codes that change, each with the codes under it: assignments / cases with an assignment or reference',
  pillarHeads: ['pillar', 'references'],
  changingHeads: ['level', 'code', 'references'],
  outside: 'core keyword',
  top: (top, isPresent) => `${top}${isPresent ? '*' : ''}`,
  names: (names) =>
    names.length === 0
      ? ''
      : `${names.length}: ${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ', …' : ''}`,
  rest: (hidden, unchanged) =>
    `${hidden > 0 ? english`${hidden} more rows with --json. ` : ''}The same for all numbers: ${counted(unchanged, 'other code')} with assignments.`,
};
