import type { SizeUnit } from '../model/problem.js';
import { english } from '../text/english.js';
import type { Messages } from './messages.js';

const UNITS: Readonly<Record<SizeUnit, string>> = {
  characters: ' characters',
  items: ' entries',
  number: '',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'named fields',
  record: 'named fields',
};

/** What is wrong inside a file, in English; a sentence without its end, after the place. */
export const problems: Messages['problems'] = {
  'missing-field': () => 'is missing',
  'wrong-type': ({ expected }) => `must be ${TYPES[expected] ?? expected}`,
  'unknown-fields': ({ fields }) => `has unknown fields: ${fields}`,
  'not-one-of': ({ allowed }) => `must be one of: ${allowed}`,
  'too-small': ({ least, unit }) => `must be at least ${least}${UNITS[unit]}`,
  'too-large': ({ most, unit }) => `must be at most ${most}${UNITS[unit]}`,
  'wrong-form': () => 'does not have the right form',
  'half-surrogate': () => 'contains half a surrogate pair',
  'too-deep': ({ most }) => english`has arrays or objects nested deeper than ${most} levels`,
  'agreement-needs': () => 'needs same and totals (K: of two coders); R needs these, or coders and agreement',
  'empty-part': () => 'has an empty part: write words between * and |',
  json: ({ position }) => `is not valid JSON${position === null ? '' : ` (character ${position})`}`,
  'open-quote': () => 'a quotation mark is not closed',
  'stray-quote': () => 'a quotation mark is inside a cell that is not quoted; double it and quote the cell',
  'other-cells': ({ cells, columns }) =>
    english`has ${cells} cells, the header has ${columns}; put texts with commas or line ends into quotes`,
  'csv-syntax': () => 'the cells cannot be separated',
  indentation: () => 'is not indented as YAML needs it (blanks, no tabs, the same number for the same level)',
  'doubled-key': () => 'has the same field twice',
  'missing-mark': () => 'lacks a closing mark: a quotation mark, a bracket or a colon',
  'too-many-aliases': () => 'has too many aliases',
  'yaml-syntax': () => 'is not valid YAML; put the value in quotation marks',
  'cut-off': () => 'is cut off',
  damaged: ({ part }) => `${part} is damaged`,
  'damaged-content': () => 'its content is damaged',
  'zip-directory': () => 'its list of entries is damaged or missing',
  zip64: () => 'it is larger than can be read (ZIP64)',
  checksum: ({ part }) => `${part}: wrong checksum`,
  'no-header': ({ header }) => `no ${header} header`,
  'missing-part': ({ part }) => `${part} is missing`,
  'several-parts': ({ parts }) => `it has several projects: ${parts}`,
  'part-encoding': ({ part, encoding }) => `${part} is not valid ${encoding}`,
  'document-type': () => 'its XML declares a document type',
  unclosed: ({ element, line }) => `the element ${element} is not closed in line ${line} of its XML`,
  'no-web-page': () => 'it contains no web page',
  'not-a-workbook': () => 'neither .xlsx nor .xls',
  'wrong-root': ({ root, wanted }) => `its root is ${root}, not ${wanted}`,
  unnamed: ({ element }) => `${element} has no name`,
  'no-codes': () => 'it contains no codes',
  'nested-archive': () => 'an archive within an archive',
  link: () => 'a symbolic link',
  'outside-archive': () => 'its name leads out of the archive',
  'doubled-name': () => 'its name occurs twice',
  'compression-method': ({ method }) => `compression method ${method}`,
  'not-a-column': ({ path }) => `is not a column of ${path}`,
  'columns-found': ({ columns }) => `has the columns ${columns}`,
  'not-a-number': ({ cell }) => `"${cell}" is not a number`,
  'not-json': ({ item }) => `${item} is not JSON`,
  'not-a-table': ({ id }) => `"${id}" is not the id of a table`,
  'cell-too-long': ({ most }) =>
    english`is longer than ${most} characters, the most that a cell of Excel can contain: export as YAML or CSV`,
  'doubled-id': ({ id, other }) => `"${id}" is also the id of ${other}`,
  'reserved-id': ({ id }) => `"${id}" means no codebook: choose another id`,
  'no-such-level': ({ level }) => `"${level}" is not the id of a level`,
  'no-such-code': ({ id, codebook }) =>
    codebook === undefined ? `"${id}" is not the id of a code` : `"${id}" is not a code of ${codebook}`,
  'needs-parent': () => 'is missing: only the top level has none',
  circle: ({ parent, id }) => `"${parent}" leads back to "${id}": it is not on a level above`,
  'not-above': ({ parent }) => `"${parent}" is not on a level above`,
  'one-character': ({ term }) => `"${term}" is one character and occurs everywhere: write a word`,
  'no-character': () =>
    'has a word without any character that a clean text contains: write it as it reads after cleaning',
  'owned-term': ({ term, owner }) => `"${term}" already belongs to "${owner}"`,
  'weak-without-term': ({ term }) => `"${term}" is neither its label nor one of its terms`,
  'never-holds': ({ because }) =>
    because === 'empty'
      ? 'can never match: it needs any, all or near'
      : 'can never match: its "not" forbids what it needs',
  'never-reached': ({ before }) => `is never reached: ${before} says the same`,
};
