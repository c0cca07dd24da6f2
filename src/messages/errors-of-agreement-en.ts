import { english } from '../text/english.js';
import type { ErrorsOf } from './messages.js';

/** The messages about agreement between coders, in English. */
export const errorsOfAgreement: ErrorsOf<'agree'> = {
  'agree/two-coders': ({ known }) =>
    `Name two or more coders with --coders (the project has: ${known || 'none'}).`,
  'agree/too-many-coders': ({ most }) =>
    english`At most ${most} coders can be compared at once. Choose them with --coders.`,
  'agree/machine': ({ coder }) =>
    `"${coder}" is the program itself: agreement of people with it is validity, not intercoder reliability. Use zhagen assess.`,
  'agree/one-coder': ({ coders }) =>
    `A retest compares one coder with themself. Name one with --coders (given: ${coders || 'none'}).`,
  'agree/batch-of-keywords': ({ batch }) =>
    `Keywords are judged for groups, not for cases of the batch ${batch}. Leave out --batch, or compare passages: --unit sentence`,
  'agree/nothing-in-common': ({ coders, unit }) =>
    `${coders} judged no unit in common (${unit}). A sentence left without a code counts as judged once its coder is done with the case: zhagen done`,
  'agree/no-such-level': ({ level, levels }) =>
    `The codebook has no level ${level}. It has ${levels}, 1 being the top.`,
  'agree/no-such-version': ({ codebook, version, known }) =>
    `The project was never coded with version ${version} of the codebook ${codebook}. Versions it was coded with: ${known || 'none'}.`,
  'agree/sheet-coders': ({ path, found }) =>
    `${path}: needs two or more coders: one column a coder with one row a unit, or columns "coder" and "code" with one row a unit and coder. Coders found: ${found || 'none'}.`,
  'agree/sheet-cells': ({ path, problems }) =>
    `${path}: ${problems.length} ${problems.length === 1 ? 'row has' : 'rows have'} cells that do not show what the coders wrote. Fill them in again:`,
  'agree/sheet-column': ({ path, column }) =>
    `${path}: has no column that names the unit. It may be called: ${column}`,
  'agree/sheet-coder': ({ path, coder, found }) =>
    `${path}: has no coder "${coder}". It has: ${found || 'none'}.`,
};
