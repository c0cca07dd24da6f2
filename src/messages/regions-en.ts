import { nameKinds } from '../model/counted-regions.js';
import { describeCounted } from '../text/describe-counted.js';
import { english } from '../text/english.js';
import type { RegionReports } from './messages.js';

/** What commands report about regions, in English. */
export const regionReports: RegionReports = {
  importedRegions: (regions) => {
    if (regions.sets.length === 0) return [];
    const counts = regions.kinds.map(
      (one) => english`${one.kind} ${one.regions} (${one.characters} characters)`,
    );
    return [`Regions: ${counts.join(', ')}.`, describeCounted(regions, 'en')];
  },
  regions: ({ counted, regions, batches, changedCases, notMined }) => [
    `The project counts: ${nameKinds(counted, 'en')}.`,
    describeCounted(regions, 'en'),
    ...(batches.length > 1
      ? batches.map(({ batch, regions: own }) => `  batch ${batch}: ${describeCounted(own, 'en')}`)
      : []),
    ...(changedCases.length > 0
      ? [
          english`The counted text of ${changedCases.length} cases changed. Their keywords are missing until they are mined again: zhagen mine, then zhagen code`,
        ]
      : []),
    ...(changedCases.length === 0 ? regionReports.notMined(notMined) : []),
  ],
  caseRegions: ({ regions, isFromPlainText }) => {
    const characters = regions.reduce((sum, one) => sum + one.characters, 0);
    const leftOut = regions.reduce((sum, one) => sum + (one.isCounted ? 0 : one.characters), 0);
    const plain = isFromPlainText
      ? ' The regions are recognised from plain text alone; importing the case again recognises them from its file.'
      : '';
    return english`${regions.length} regions, ${characters} characters; ${leftOut} left out.${plain}`;
  },
  passage: ({ paragraph, sentence, speaker }) =>
    `par. ${paragraph} sent. ${sentence}${speaker === null ? '' : ` ${speaker}`}`,
  notMined: (ids) =>
    ids.length === 0
      ? []
      : [
          english`${ids.length} cases are not mined (new, or their counted text changed), so their keywords are missing: run zhagen mine`,
        ],
  leftOutPassages: (passages) => [
    ...(passages.length > 0
      ? [
          `Passages that people quoted from text that does not count (${passages.length}); they stay, and are not counted:`,
        ]
      : []),
    ...passages.map(
      ({ caseId, word, quote, coder, kinds, isSealed }) =>
        `  ${word} · ${caseId} · ${isSealed ? 'reserved statement' : nameKinds(kinds, 'en')} · ${coder}: ${quote}`,
    ),
  ],
};
