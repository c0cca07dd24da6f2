import { UserError } from '../errors.js';
import type { AgreementPart } from './agreement-report.js';
import type { CodingVersion } from './coded-under.js';

/**
 * The levels of a codebook to measure agreement at, from the top (0): one that is asked for by its number, 1 being the top, else
 * all, the one above the lowest (范畴) first.
 * @throws UserError agree/no-such-level
 */
export function levelsToMeasure({ framework }: CodingVersion, asked: number | undefined): number[] {
  const { length } = framework.codebook.levels;
  if (asked !== undefined && asked > length) {
    throw new UserError('agree/no-such-level', { level: asked, levels: length });
  }
  if (asked !== undefined) return [asked - 1];
  const first = Math.max(0, length - 2);
  return [first, ...framework.codebook.levels.flatMap((_, level) => (level === first ? [] : [level]))];
}

/** A level by its number, 1 being the top, and its name. */
export function nameLevel({ framework }: CodingVersion, level: number): AgreementPart['level'] {
  const name = framework.codebook.levels[level]?.name;
  return name ? { number: level + 1, name } : null;
}
