import type { MinedState } from '../../store/join/statistics.js';

/**
 * Whose statistics a joined project has: those of both, of this one or of the other; `new` for a generation over all cases,
 * of which `from` says whose options it takes.
 */
export type JoinedStatistics =
  | { readonly take: 'same' | 'here' | 'there' }
  | { readonly take: 'new'; readonly from: 'here' | 'there' };

/**
 * Statistics that were computed later, of all cases that the others are of, are those of both projects. Where neither are,
 * a new generation is to be computed, with the number and options that both projects come to.
 */
export function planStatistics(here: MinedState, there: MinedState): JoinedStatistics {
  if (here.content === there.content) return { take: 'same' };
  if (there.newest === null) return { take: 'here' };
  if (here.newest === null) return { take: 'there' };
  if (isLater(here, there)) return { take: 'here' };
  if (isLater(there, here)) return { take: 'there' };
  const [own, other] = [here.newest, there.newest];
  const isOwn = own.number === other.number ? own.runId >= other.runId : own.number > other.number;
  return { take: 'new', from: isOwn ? 'here' : 'there' };
}

function isLater(one: MinedState, other: MinedState): boolean {
  return (
    (one.newest?.number ?? 0) > (other.newest?.number ?? 0) &&
    [...other.cases].every((id) => one.cases.has(id))
  );
}
