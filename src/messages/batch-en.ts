import type { BatchWords } from './batch-words.js';
import { counted } from './counted.js';

/** What is said about what a batch brought, in English. */
export const batchWords: BatchWords = {
  found: (report) => {
    const { batch, cases, earlierBatches, earlierCases, laterBatches, laterCases, codebook } = report;
    const { newWords, unmapped, firstSeen, notMined, uncoded, withoutText, excluded, sealed } = report;
    const leftOut = [
      withoutText > 0 && `${withoutText} without text`,
      notMined.length > 0 && `${notMined.length} not mined yet (${notMined.join(', ')})`,
      uncoded.length > 0 && `${uncoded.length} without any code (${uncoded.join(', ')})`,
    ].filter(Boolean);
    const elsewhere = [
      excluded > 0 && `${counted(excluded, 'case')} of the batch excluded`,
      sealed > 0 && `${counted(sealed, 'case')} of the batch sealed`,
      laterBatches.length > 0 &&
        `${counted(laterCases, 'case')} of later batches (${laterBatches.join(', ')})`,
    ].filter(Boolean);
    return [
      earlierBatches.length === 0
        ? `Batch ${batch}, ${counted(cases, 'case')}, is the first one: there is nothing to compare it with.`
        : `Batch ${batch}, ${counted(cases, 'case')}, against ${counted(earlierCases, 'case')} of earlier batches (${earlierBatches.join(', ')}), codebook ${codebook}: ${counted(newWords.length, 'new word')}, ${counted(unmapped.length, 'kept keyword')} without a code (${unmapped.filter(({ isFirstSeen }) => isFirstSeen).length} of them first here), ${counted(firstSeen.length, 'code')} seen first.`,
      ...(leftOut.length > 0 ? [`Of the batch: ${leftOut.join('; ')}.`] : []),
      ...(elsewhere.length > 0 ? [`Not counted: ${elsewhere.join('; ')}.`] : []),
      ...(report.isUpToDate
        ? []
        : ['Texts, groups or rules changed since the last coding: zhagen mine and zhagen code come first.']),
    ];
  },
  pillarHeads: [
    'pillar',
    'cases',
    'of cases',
    'references',
    'of references',
    'assignments',
    'earlier cases',
    'of earlier cases',
    'earlier references',
    'of earlier references',
    'earlier assignments',
  ],
  pillarTitle: 'Top level: this batch, then the batches before it',
  codeHeads: ['level', 'code', 'cases', 'references', 'assignments'],
  codeTitle: 'Codes seen first in this batch, each with the codes under it',
  newWords: (words, others) =>
    `New words (occurrences, in cases): ${words.map(({ word, frequency, cases }) => `${word} (${frequency}, ${cases})`).join(', ')}${others > 0 ? `; ${others} more with --json` : ''}`,
  unmapped: (words, others) =>
    `Kept keywords without a code (cases; * first here): ${words.map(({ word, cases, isFirstSeen }) => `${word}${isFirstSeen ? '*' : ''} (${cases})`).join(', ')}${others > 0 ? `; ${others} more with --json` : ''}. Near codes: zhagen suggest`,
};
