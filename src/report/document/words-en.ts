import { english } from '../../text/english.js';
import type { ReportWords } from './report-words.js';

/** What a report says of itself, in English. */
export const englishReport: ReportWords = {
  title: (codebook) => (codebook === null ? 'Coding report' : `Coding report: ${codebook}`),
  subtitle: (cases, toolVersion) =>
    `${cases} ${cases === 1 ? 'case' : 'cases'}; written by zhagen ${toolVersion} from the database of the project`,
  methods: 'Methods',
  gapsLeft: (gaps) =>
    `${gaps === 1 ? 'One place is' : english`${gaps} places are`} marked “to be written”: the database has no record of what belongs there, and the authors must write it.`,
  results: 'Results',
  groups: {
    cases: 'Sample',
    keywords: 'Keywords',
    codes: 'Coding',
    argument: 'Categories and relations',
    comparison: 'Comparisons',
    quality: 'Reliability and saturation',
  },
  core: (code) => `Core category: ${code}.`,
  storyline: 'Storyline: ',
  tableNumber: (number) => `Table ${number}`,
  figureNumber: (number) => `Figure ${number}`,
  notes: 'Note: ',
  noRows: 'No rows.',
  rowsLeft: (shown, left, file) =>
    left === null
      ? english`Only the first ${shown} rows; all of them: ${file}.`
      : english`Only the first ${shown} rows; ${left} more: ${file}.`,
  quotes: 'Quotes',
  aboutQuotes: (perCode, mark) =>
    english`At most ${perCode} ${perCode === 1 ? 'passage is' : 'passages are'} quoted for each code, and as many sentences that deny it or state a problem; passages are those of the code itself, without the codes under it. Case, paragraph and sentence (within its paragraph) stand in brackets. ${mark} marks proposals of the program that nobody confirmed.`,
  ofCode: {
    example: ({ passages, quoted }) => `${quoted} of ${passages} ${passages === 1 ? 'passage' : 'passages'}:`,
    counter: ({ passages, quoted }) => `Counter-evidence, ${quoted} of ${passages}:`,
  },
  place: ({ caseId, paragraph, sentence }) => ` (${caseId}, paragraph ${paragraph}, sentence ${sentence})`,
  appendix: (letter, title) => `Appendix ${letter} ${title}`,
  meanings: 'What the tables count',
  shownBy: 'Where the numbers of the methods section are from',
  shownByHeads: ['section', 'commands that show its numbers'],
  runs: 'Runs and hashes',
  runHeads: ['run', 'stage', 'program version', 'cases'],
  stages: { import: 'import', mine: 'mine', screen: 'screen', code: 'code' },
  hashes: ({ toolVersion, log }) =>
    `Written by zhagen ${toolVersion}. The hash of the log of decisions (SHA-256) is ${log}. The command zhagen verify checks whether the project is intact.`,
  contents: 'Contents',
  figureData: 'Data of the figure',
};
