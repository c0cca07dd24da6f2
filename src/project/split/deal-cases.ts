import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import { lotOf } from '../../text/lot.js';

/** A case that coders are to code. */
export interface CaseToDeal {
  readonly caseId: string;
  /** Every group has its share of what all code and of what each codes. */
  readonly stratum: string;
  /** It was chosen for what it may show, so it never enters what is to speak for all cases. */
  readonly isChosen: boolean;
}

/** Which cases all coders code, and which each codes besides. */
export interface DealtCases {
  readonly overlap: readonly string[];
  readonly shares: ReadonlyMap<string, readonly string[]>;
}

/** Deals cases to coders by lot: so many that all of them code, the others in turn; the same for the same seed. */
export function dealCases(
  cases: readonly CaseToDeal[],
  coders: readonly string[],
  { overlap, seed }: { readonly overlap: number; readonly seed: number },
): DealtCases {
  const mixed = mixStrata(cases, seed);
  const shared = new Set(
    mixed
      .filter(({ isChosen }) => !isChosen)
      .slice(0, overlap)
      .map(({ caseId }) => caseId),
  );
  const alone = mixed.filter(({ caseId }) => !shared.has(caseId));
  const shares = coders.map((coder, turn) => {
    const own = alone.filter((_, at) => at % coders.length === turn).map(({ caseId }) => caseId);
    return [coder, own.sort(compareByCodePoint)] as const;
  });
  return { overlap: [...shared].sort(compareByCodePoint), shares: new Map(shares) };
}

/** Puts cases in an order of which every beginning has of each stratum about its share. */
function mixStrata(cases: readonly CaseToDeal[], seed: number): CaseToDeal[] {
  const placed = [...groupBy(cases, ({ stratum }) => stratum).values()].flatMap((own) =>
    own
      .map((one) => ({ one, lot: lotOf(seed, one.caseId) }))
      .sort((a, b) => compareByCodePoint(a.lot, b.lot))
      .map((drawn, at) => ({ ...drawn, place: (at + 0.5) / own.length })),
  );
  return placed.sort((a, b) => a.place - b.place || compareByCodePoint(a.lot, b.lot)).map(({ one }) => one);
}
