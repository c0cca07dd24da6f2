import { UserError } from '../errors.js';
import type { RegionKind } from '../model/region.js';

/** Fails with `regions/nothing-left` when no kind of region would count. */
export function requireKinds<Kind extends RegionKind>(kinds: Kind[]): Kind[] {
  if (kinds.length === 0) throw new UserError('regions/nothing-left', {});
  return kinds;
}
