import type { ErrorsOf } from './messages.js';

/** The messages for what is wrong with a table of names, in English. */
export const errorsOfPseudonyms: ErrorsOf<'pseudonyms'> = {
  'pseudonyms/not-a-table': ({ path }) =>
    `${path} is not a table of names: it has no columns "Name" and "Pseudonym". Write one with: zhagen pseudonyms find --out names.xlsx`,
  'pseudonyms/bad-rows': ({ path, problems }) =>
    `${path}: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}, so nothing was written. Fix these rows and run the command again:`,
  'pseudonyms/without-name': ({ pseudonym }) =>
    `The pseudonym "${pseudonym}" has no name beside it. Write the name as it reads in the texts, or delete the row.`,
  'pseudonyms/too-short': ({ name }) =>
    `"${name}" is a single character, which occurs in many words. Write the whole name, or leave its pseudonym blank.`,
  'pseudonyms/bad-pseudonym': ({ pseudonym }) =>
    `"${pseudonym}" cannot be a pseudonym. Use Chinese characters, letters, digits, · × ○ and （）.`,
  'pseudonyms/contains-name': ({ name, pseudonym, inside }) =>
    `The pseudonym "${pseudonym}" of "${name}" contains the name "${inside}" of this table. Choose another one.`,
  'pseudonyms/twice': ({ name, one, other }) =>
    `"${name}" has two pseudonyms, "${one}" and "${other}". Keep one of the rows.`,
  'pseudonyms/unknown-answer': ({ written }) =>
    `"${written}" is not an answer. Write yes or no, or leave it blank.`,
  'pseudonyms/file-there': ({ path }) =>
    `${path} is there already. Name another file with --out, or move that one away first.`,
  'pseudonyms/no-pseudonyms': ({ path }) =>
    `${path} gives no name a pseudonym, so there is nothing to replace. Fill in the column "Pseudonym".`,
  'pseudonyms/same-id': ({ one, other, id }) =>
    `The cases ${one} and ${other} would both be called ${id}. Give these names different pseudonyms.`,
};
