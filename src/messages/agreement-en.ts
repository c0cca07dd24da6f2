import type { AgreementReport } from '../project/agreement-report.js';
import { english } from '../text/english.js';
import type { AgreementWords } from './agreement-words.js';

const units: Readonly<Record<AgreementReport['unit'], string>> = {
  keyword: 'keyword',
  sentence: 'sentence',
  paragraph: 'paragraph',
  case: 'case',
  row: 'row of the sheet',
};

const questions = {
  coding: 'coding',
  mapping: 'code of a keyword',
  screening: 'keyword stays or not',
} as const;

const measures: AgreementWords['measures'] = {
  percent: 'agreement',
  alpha: "Krippendorff's α",
  kappa: "Cohen's κ",
  ac1: "Gwet's AC1",
  'brennan-prediger': 'Brennan–Prediger κ',
  fleiss: "Fleiss' κ",
  'alpha-masi': 'α (MASI distance)',
  holsti: 'Holsti K',
  reliability: 'reliability R',
  'category-agreement': 'CA',
};

/** What is said about agreement, in English. */
export const agreementWords: AgreementWords = {
  title: 'Intercoder reliability',
  about: ({ unit, coders, codebook, sheet, headline, interval, universe }) => [
    `Coders: ${coders.join(', ')}. Unit: ${units[unit]}.`,
    english`Universe: ${universe.units} units that two or more judged, ${universe.coded} of which somebody gave a code.`,
    ...(codebook
      ? [
          `Codebook: ${codebook.id || 'grown from the data'} ${codebook.version}, ${codebook.isSettled ? 'with the later decisions of people' : 'as its file has it, without decisions of people'}. What each coder said before adjudication.`,
        ]
      : []),
    ...(sheet
      ? [
          `Sheet: ${sheet.path}, ${sheet.shape === 'wide' ? 'one column a coder' : 'one row a unit and coder'}; a blank cell is not judged, "-" or "none" is no code${
            sheet.columns.cluster
              ? `; column of the case: ${sheet.columns.cluster}`
              : '; no column of a case, so rows are resampled'
          }.`,
        ]
      : []),
    english`Headline measure: ${measures[headline]}. In brackets the ${Math.round(interval.covers * 100)}% interval of ${interval.resamples} resamples of whole cases (${interval.clusters}), seed ${interval.seed}.`,
  ],
  measures,
  universes: { all: 'all units', coded: 'units with a code', anyCode: 'any code or none' },
  part: ({ question, level }) =>
    level
      ? `${question === 'coding' ? '' : `${questions[question]}: `}${level.name.en}`
      : questions[question],
  answer: (answer) => answer,
  sections: {
    pairs: 'Pairs of coders (all units)',
    codes: 'Codes',
    confusion: 'Codes that differ',
    disagreements: 'Units with different codes',
    drift: 'Drift (units with a code, by the time of the last verdict)',
    leftOut: 'Left out',
  },
  heads: {
    pooled: ['level', 'universe', 'units'],
    pairs: ['coder', 'coder'],
    codes: ['code', 'units with it', 'prevalence', 'prevalence index', 'bias index'],
    confusion: ['first', 'second', 'units'],
    disagreements: ['case', 'place', 'quote'],
    drift: ['from', 'to', 'units', 'codebook changes'],
  },
  titleOf: (title, part) => `${title} (${part})`,
  said: (coder, code) => `${coder}: ${code}`,
  listed: (codes) => codes.join('; '),
  notDefined: 'undefined',
  tooFew: 'too few',
  noCode: '(no code)',
  notJudged: '(not judged)',
  segmentation: (value) =>
    `Segmentation, whatever the code: boundary similarity B ${value}, boundaries one character apart count half (Fournier 2013).`,
  remarks: ({ isSingle, headline, coders, interval }, all) => [
    isSingle
      ? 'A unit has one code at most: agreement on several categories, no code being one.'
      : 'Where a unit may have several codes, each code is given or not, and the codes are pooled (De Vries et al. 2008).',
    ...(interval.clusters < 10 ? ['With fewer than ten cases the intervals are rough.'] : []),
    ...(headline === 'kappa' && coders.length > 2
      ? ["Cohen's κ is for two coders: see the pairs of coders."]
      : []),
    ...(all
      ? [
          'K, R and CA do not correct for chance; R rises with the number of coders and is no headline measure. S counts the same code in the same unit.',
        ]
      : []),
  ],
  others: 'Other measures: --all',
  leftOut: ({ leftOut, parts, unitsAfterSuggestion }) => [
    ...(leftOut.excludedCases > 0 ? [`excluded cases: ${leftOut.excludedCases}`] : []),
    ...(leftOut.sealedCases > 0 ? [`sealed cases: ${leftOut.sealedCases}`] : []),
    ...(leftOut.hiddenCases > 0
      ? [`cases that you are not done with, where others’ verdicts are hidden: ${leftOut.hiddenCases}`]
      : []),
    ...(leftOut.sealedStatements > 0 ? [`reserved statements: ${leftOut.sealedStatements}`] : []),
    ...(leftOut.unitsOfOne > 0 ? [`units that one coder alone judged: ${leftOut.unitsOfOne}`] : []),
    ...(leftOut.verdicts > 0 ? [`verdicts in text or cases that do not count: ${leftOut.verdicts}`] : []),
    ...parts.flatMap(({ codesLeftOut, ...part }) =>
      codesLeftOut.length > 0
        ? [`codes without a place in ${agreementWords.part(part)}: ${codesLeftOut.join(', ')}`]
        : [],
    ),
    ...(unitsAfterSuggestion > 0
      ? [
          `(counted, but not blind: units judged after a suggestion of the program was shown: ${unitsAfterSuggestion})`,
        ]
      : []),
  ],
  more: (rows) => english`… ${rows} more rows, all of them with --json`,
};
