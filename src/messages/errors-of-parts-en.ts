import type { PartDifference } from '../model/part.js';
import type { ErrorsOf } from './messages.js';

const differences: Readonly<Record<PartDifference, string>> = {
  command: 'was made by another command',
  of: 'is one of another number of parts',
  toolVersion: 'was made by another version of zhagen',
  dictionary: 'was made with another dictionary',
  corpus: 'is of other files, or of files with other contents',
  options: 'was made with other options',
};

/** The messages about parts of a corpus, in English. */
export const errorsOfParts: ErrorsOf<'parts'> = {
  'parts/bad-number': ({ given }) =>
    `--part: "${given}" is not a valid part. Write which one of how many, such as --part 3/16.`,
  'parts/bad-name': ({ path }) => `--out: the name of a part ends in .part, and "${path}" does not.`,
  'parts/standard-input': () =>
    'Standard input cannot be read in parts, since each part must see the whole. Name files or folders.',
  'parts/not-overwritten': ({ path }) =>
    `${path}: there is a file that is not a part, and it is left as it is. Choose another name for --out, or remove it.`,
  'parts/not-an-option': ({ option, command }) =>
    `--${option}: ${command} has no such option. See: zhagen ${command} --help`,
  'parts/not-a-part': ({ path }) => `${path}: is not a part. Parts are made by zhagen part.`,
  'parts/cut': ({ path }) =>
    `${path}: does not end with its receipt: it was cut off, is not finished, or something was added. Make this part again.`,
  'parts/altered': ({ path }) =>
    `${path}: is not as it was written: its contents and its receipt differ. Make this part again.`,
  'parts/doubled': ({ path, first, part, of }) =>
    `${path}: is part ${part} of ${of}, as ${first} is. Give each part once.`,
  'parts/missing': ({ missing, of }) =>
    `Of ${of} parts ${missing.length} ${missing.length === 1 ? 'is' : 'are'} missing: ${missing.join(', ')}. Give all parts; nothing was merged.`,
  'parts/foreign': ({ path, first, what, found, wanted }) =>
    `${path}: does not go with ${first}: it ${differences[what]} (${found}; there: ${wanted}). Merge parts of one corpus alone.`,
  'parts/other-option': ({ option, given, recorded, path }) =>
    `--${option} ${given}: the parts were made with ${recorded} (${path}), and that cannot be changed when they are merged. Leave it out, or make the parts again.`,
  'parts/doubled-case': ({ id }) =>
    `Two cases have the id "${id}". Give each case an id of its own (of files with one name: put their folder in the place of the files).`,
};
