import type { HeadlineMeasure } from '../../../model/agreement-measure.js';
import { compareByCodePoint } from '../../../text/code-points.js';
import { measureAgreement } from './measure-agreement.js';
import { type RatedUnit, type Ratings, whoCoded } from './ratings.js';

/** Agreement in one stretch of the work. */
export interface DriftWindow {
  /** When the first and the last unit of the window were judged, UTC. */
  readonly from: string;
  readonly to: string;
  readonly units: number;
  /** Fewer units than a value can be read from (过少). */
  readonly isTooFew: boolean;
  readonly percent: number | null;
  readonly headline: number | null;
  /** Decisions about the codebook since the window before. */
  readonly codebookChanges: number;
}

/** How many windows the work is cut into, and how many units a window needs. */
const WINDOWS = 5;
const ENOUGH = 5;

/**
 * Agreement in the order of the work: the units that somebody coded, by the time of their last verdict, in windows of as many
 * units each.
 * @param times of each unit, when its last verdict was given
 * @param changes when the codebook was changed, in ascending order
 */
export function measureDrift(
  ratings: Ratings,
  times: readonly (string | null)[],
  changes: readonly string[],
  headline: HeadlineMeasure,
): DriftWindow[] {
  const timed = ratings.units.flatMap((unit, at) => {
    const time = times[at];
    return time && whoCoded(unit) !== 0 ? [{ unit, time }] : [];
  });
  timed.sort((one, other) => compareByCodePoint(one.time, other.time));
  const count = Math.min(WINDOWS, Math.max(1, Math.floor(timed.length / ENOUGH)));
  let seen = 0;
  return Array.from({ length: timed.length === 0 ? 0 : count }, (_, window) => {
    const own = timed.slice(
      Math.round((window * timed.length) / count),
      Math.round(((window + 1) * timed.length) / count),
    ) as [{ unit: RatedUnit; time: string }, ...{ unit: RatedUnit; time: string }[]];
    const to = (own.at(-1) ?? own[0]).time;
    const before = changes.filter((time) => time <= to).length;
    const codebookChanges = before - seen;
    seen = before;
    const { coded } = measureAgreement(
      { ...ratings, units: own.map(({ unit }) => unit) },
      { resamples: 0, seed: 0 },
      new Set(['percent', headline]),
    );
    return {
      from: own[0].time,
      to,
      units: own.length,
      isTooFew: own.length < ENOUGH,
      percent: coded.measures.percent?.value ?? null,
      headline: coded.measures[headline]?.value ?? null,
      codebookChanges,
    };
  });
}
