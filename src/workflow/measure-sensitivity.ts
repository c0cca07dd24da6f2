import { UserError } from '../errors.js';
import { NO_CODEBOOK } from '../model/codebook.js';
import { chooseRules, rulesInForce } from '../project/choose-rules.js';
import type { ReadContext } from '../project/context.js';
import { isUpToDate } from '../project/derived-products.js';
import { BY_CASE } from '../project/group-cases.js';
import { withHandKeywords } from '../project/hand-coding/hand-keywords.js';
import { placeScreened } from '../project/placed-keywords.js';
import { type CodingFilter, selectCoding } from '../project/select-coding.js';
import { mapKeywords } from '../stages/code/map-keywords.js';
import { takeFirst } from '../stages/screen/take-first.js';
import { type ComparedTops, compareTops, type TakenKeywords } from '../stages/tabulate/compare-tops.js';
import { readKeywords } from '../store/keyword-table.js';
import { getSetting } from '../store/setting-table.js';
import { readVerdicts } from '../store/verdict-table.js';
import { groupBy } from '../text/group-by.js';

/** How many keywords of each group are taken, under which codebook (the one applied last). */
export interface SensitivityRequest extends Pick<CodingFilter, 'codebook'> {
  readonly tops: readonly number[];
}

/** What codes and pillars would receive if other numbers of keywords were taken. */
export interface SensitivityReport extends ComparedTops {
  readonly codebook: string;
  /** The number that the rules in force take; it is among those compared. */
  readonly present: number;
  /** What keywords are taken of: `case`, or the attribute by which cases are grouped; and how many are considered of each. */
  readonly by: string;
  readonly considered: number;
  readonly groups: number;
  readonly isUpToDate: boolean;
}

/**
 * Computes what is counted when another number of keywords of each group is taken, and compares it; nothing is written. Rules,
 * decisions and codebook are those in force. Only assignments depend on it; references are found in the texts.
 * @throws UserError sensitivity/beyond-considered, tables/not-coded
 */
export function measureSensitivity(
  { store }: ReadContext,
  { tops: asked, codebook }: SensitivityRequest,
): SensitivityReport {
  const present = rulesInForce(chooseRules(store, {})).rules.take.top;
  const considered = Number(getSetting(store, 'top'));
  const tops = [...new Set([...asked, present])].sort((one, other) => one - other);
  const most = tops.at(-1) ?? present;
  if (most > considered && most !== present) {
    throw new UserError('sensitivity/beyond-considered', { asked: most, considered });
  }
  return store.snapshot(() => {
    const selected = selectCoding(store, 'coding', { codebook });
    const { framework, byHand, references } = selected;
    const screened = readKeywords(store);
    const placed = placeScreened(store, screened);
    const verdicts = readVerdicts(store);
    const groups = groupBy(screened, ({ group }) => group);
    const taken = tops.map((top): TakenKeywords => {
      const keywords = [...groups.values()].flatMap((ofGroup) => takeFirst(ofGroup, top));
      const kept = mapKeywords(keywords, placed, framework, verdicts);
      const assigned = withHandKeywords(
        kept.filter(({ coreKeyword }) => coreKeyword !== null),
        byHand(),
      );
      return { top, kept, assigned };
    });
    return {
      codebook: framework?.codebook.id || NO_CODEBOOK,
      present,
      by: getSetting(store, 'by') ?? BY_CASE,
      considered,
      groups: groups.size,
      isUpToDate: isUpToDate(store),
      ...compareTops(framework, taken, references(), present),
    };
  });
}
