import type { ColumnMeaning } from './column-meaning.js';

const CASES = { zh: '个案例', en: 'cases' };
const CODES = { zh: '个编码', en: 'codes' };
const PAIRS = { zh: '个案例—关键词对', en: 'case × keyword pairs' };
const REFERENCES = { zh: '个编码参考点', en: 'references' };
const OCCURRENCES = { zh: '次', en: 'occurrences' };
const CHARACTERS = { zh: '字', en: 'characters' };
const SENTENCES = { zh: '句', en: 'sentences' };
const OFFSET = { zh: '字符（Unicode 码点）', en: 'code points' };
const PASSAGES = { zh: '个段落', en: 'passages' };
const UNITS = { zh: '个单位（见 tables.md）', en: 'units (see tables.md)' };
const ITEMS = { zh: '个编码或关键词', en: 'codes or keywords' };

/** What is counted in the columns of numbers that count something. */
export const columnUnits: Readonly<Record<string, ColumnMeaning>> = {
  cases: CASES,
  ownCases: CASES,
  sharedCases: CASES,
  groupCases: CASES,
  otherCases: CASES,
  otherGroupCases: CASES,
  expected: CASES,
  binary: { zh: '0 无，1 有', en: '0 no, 1 yes' },
  isReference: { zh: '0 否，1 是', en: '0 no, 1 yes' },
  codes: CODES,
  assignments: PAIRS,
  ownAssignments: PAIRS,
  placeAssignments: PAIRS,
  controlled: PAIRS,
  free: PAIRS,
  distinctRaw: { zh: '个原始关键词', en: 'raw keywords' },
  references: REFERENCES,
  ownReferences: REFERENCES,
  placeReferences: REFERENCES,
  frequency: OCCURRENCES,
  occurrences: OCCURRENCES,
  tokens: OCCURRENCES,
  characters: CHARACTERS,
  codedCharacters: CHARACTERS,
  sentences: SENTENCES,
  codedSentences: SENTENCES,
  distance: SENTENCES,
  start: OFFSET,
  end: OFFSET,
  passages: PASSAGES,
  omitted: PASSAGES,
  units: UNITS,
  otherUnits: UNITS,
  sharedUnits: UNITS,
  positives: UNITS,
  items: ITEMS,
  new: ITEMS,
  seen: ITEMS,
};
