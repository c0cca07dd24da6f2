import { UserError } from '../errors.js';
import { kindOfName, type RegionChange, splitNames } from '../model/counted-regions.js';
import type { RegionKind } from '../model/region-kind.js';

/**
 * The change of the counted regions that the flags ask for, if any.
 * @throws UserError regions/unknown-kind
 */
export function parseRegionChange(argv: {
  readonly includeRegions?: string | undefined;
  readonly excludeRegions?: string | undefined;
}): RegionChange | undefined {
  const { includeRegions, excludeRegions } = argv;
  if (includeRegions === undefined && excludeRegions === undefined) return undefined;
  return { include: parseKinds(includeRegions), exclude: parseKinds(excludeRegions) };
}

/**
 * The kinds of regions that a flag names, in English or Chinese, with commas or blanks between.
 */
function parseKinds(value: string | undefined): RegionKind[] | undefined {
  return value === undefined
    ? undefined
    : splitNames(value).map((name) => {
        const kind = kindOfName(name);
        if (kind === undefined) throw new UserError('regions/unknown-kind', { name });
        return kind;
      });
}
