import type { PassageNumber } from '../model/passage-number.js';
import type { Span } from '../model/span.js';
import { isWholeCase } from '../model/whole-case.js';
import { currentVersions } from '../store/case-table.js';
import { readRegions } from '../store/region-table.js';
import { readSentences } from '../store/sentence-table.js';
import type { Store } from '../store/store.js';
import { numberPassages } from '../text/passage-numbers.js';

/** A passage of the current version of a case by where it lies in the raw text. */
interface Passage extends Span {
  readonly caseId: string;
}

/** The number of a case as a whole, which is no passage. */
const NO_NUMBER = { paragraph: null, sentence: null, turn: null, speaker: null };

/** Gives every passage its number; those of one case should follow each other, for each change of the case costs a reading. */
export function numberRows<Row extends Passage>(
  store: Store,
  passages: readonly Row[],
): (Row & (PassageNumber | typeof NO_NUMBER))[] {
  const versions = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  let current = '';
  let numberOf: ReturnType<typeof numberPassages> | undefined;
  return passages.map((row) => {
    const { caseId, start } = row;
    if (isWholeCase(row)) return { ...row, ...NO_NUMBER };
    if (numberOf === undefined || caseId !== current) {
      const version = versions.get(caseId) ?? '';
      numberOf = numberPassages(
        readSentences(store, caseId, version).clean,
        readRegions(store, caseId, version),
      );
      current = caseId;
    }
    return { ...row, ...numberOf(start) };
  });
}
