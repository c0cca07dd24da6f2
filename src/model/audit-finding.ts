/** What an audit can find; each kind has a sentence in every language. */
export const findingKinds = [
  'stated-twice',
  'count',
  'union',
  'unprinted',
  'rows',
  'sum',
  'remainder',
  'total',
  'parent-sum',
  'value',
  'share',
  'derived',
  'agreement',
  'order',
  'rank',
  'duplicate',
  'two-parents',
  'no-place',
  'not-listed',
  'level',
  'not-in-codebook',
  'not-in-table',
  'parent',
  'equated',
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** Where something is printed: file and line, and what people call the place. */
export interface Place {
  readonly at: string;
  readonly name: string;
}

/**
 * One thing that an audit found: what was said where, and what stands against it. A remark is no
 * contradiction. Numbers and words only, so that it reads the same in every language.
 */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: 'contradiction' | 'remark';
  /** The code, level, table or thing it is about. */
  readonly subject: string;
  readonly claimed: string;
  readonly claimedAt: string;
  readonly claimedBy: string;
  readonly found: string;
  /** What is found when words that mean the same count once, where that differs. */
  readonly equated: string;
  readonly foundAt: string;
  readonly foundBy: string;
  /** Found less claimed, with its sign; empty where there is nothing to subtract. */
  readonly difference: string;
  /** The most that there is room for, where that is what decides. */
  readonly limit: string;
  /** The words at issue. */
  readonly words: readonly string[];
}

/** Why a statement could not be compared with anything. */
export const uncheckedReasons = [
  'stated-once',
  'no-such-level',
  'no-such-word',
  'no-figures',
  'only-partial',
  'nothing-beside',
] as const;

export type UncheckedReason = (typeof uncheckedReasons)[number];

/** A statement of a study and how often it was compared with something; never compared, it has a reason. */
export interface AuditedStatement {
  /** Kind of the claim, or the part of a table that is stated: `table`, `share`, `derived`, `order`, `rank`, `total`. */
  readonly kind: string;
  readonly subject: string;
  readonly at: string;
  readonly by: string;
  readonly comparisons: number;
  readonly reason: UncheckedReason | null;
}
