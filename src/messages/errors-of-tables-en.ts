import type { ErrorsOf } from './messages.js';

/** The messages for tables that cannot be made, in English. */
export const errorsOfTables: ErrorsOf<'tables'> = {
  'tables/not-coded': ({ database }) => `${database}: is not coded yet. Run: zhagen code`,
  'tables/no-codes': ({ database }) =>
    `${database}: was given no codebook, and nobody founded a code yet. Found the first one from keywords or a passage: zhagen merge WORD CODE --new`,
  'tables/option-elsewhere': ({ option, table, tables }) =>
    `--${option} does not apply to the table "${table}". It applies to: ${tables}`,
  'tables/unit-elsewhere': ({ unit, table, units }) =>
    `The table "${table}" cannot be counted by --unit ${unit}. Units: ${units}`,
  'tables/needs-two-codebooks': ({ given }) =>
    `Two or more different codebooks are compared here${given && ` (given: ${given})`}. Name them with --codebooks, after coding under each: zhagen code --codebook a`,
  'tables/needs-attribute': ({ known }) =>
    `Cases are compared by an attribute here: name it with --by. ${
      known ? `Attributes: ${known}` : 'The cases have none yet: zhagen import … --attributes cases.csv'
    }`,
  'tables/unknown-group': ({ by, group, known }) => `No case has "${group}" as its ${by}. Values: ${known}`,
  'tables/needs-group': ({ by, known }) =>
    `Keyness compares one group with others: name it with --group. Values of ${by}: ${known}`,
  'tables/needs-word': () => `The occurrences of a word or code are listed here: name it with --word.`,
  'tables/same-group': ({ group }) =>
    `"${group}" cannot be on both sides of a comparison (--group, --against).`,
  'tables/within-no-window': ({ unit }) =>
    `--within is the size of a window and does not go with --unit ${unit}. Leave one of them out.`,
  'tables/one-group': ({ by, groups }) =>
    `There are no two groups to compare by ${by} (${groups || 'no case has a value'}). Name another attribute with --by.`,
  'tables/unknown-codebook': ({ name, known }) =>
    `The project was not coded under "${name}" (known: ${known || 'none'}). Run: zhagen code --codebook ${name}`,
};
