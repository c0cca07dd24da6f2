import type { Finding, FindingKind } from '../../../model/audit-finding.js';

/** Kinds that report one and the same contradiction from different sides: two numbers for one thing, a missing word. */
const SAME_CONTRADICTION: Partial<Record<FindingKind, string>> = {
  'stated-twice': 'figure',
  count: 'figure',
  sum: 'figure',
  total: 'figure',
  'parent-sum': 'figure',
  value: 'figure',
  'no-place': 'missing',
  'not-in-table': 'missing',
  'not-listed': 'missing',
};

/**
 * Reports one contradiction once: findings with the same subject and the same two sides become one, with the places
 * of all. The first one gives the sentence.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const before = merged.get(key);
    merged.set(key, before === undefined ? finding : withPlaces(before, finding));
  }
  return [...merged.values()];
}

function keyOf({ kind, subject, claimed, found, foundAt, severity }: Finding): string {
  const family = SAME_CONTRADICTION[kind];
  if (family === 'missing') return JSON.stringify([family, subject, foundAt]);
  if (kind === 'not-in-codebook') return JSON.stringify([kind, subject]);
  // The rows of a table are all different places of it.
  const isOfRow = family === undefined && kind !== 'parent';
  if (isOfRow) return JSON.stringify([kind, severity, subject, claimed, found, foundAt]);
  return JSON.stringify([family ?? kind, subject, ...[claimed, found].sort()]);
}

function withPlaces(first: Finding, other: Finding): Finding {
  const isTurned = first.claimed !== other.claimed && first.claimed === other.found;
  const { claimedAt, claimedBy, foundAt, foundBy } = other;
  const [claimedSide, foundSide] = [
    { at: claimedAt, by: claimedBy },
    { at: foundAt, by: foundBy },
  ];
  const [claimed, found] = isTurned ? [foundSide, claimedSide] : [claimedSide, foundSide];
  return {
    ...first,
    claimedAt: join(first.claimedAt, claimed.at),
    claimedBy: join(first.claimedBy, claimed.by),
    foundAt: join(first.foundAt, found.at),
    foundBy: join(first.foundBy, found.by),
  };
}

function join(first: string, other: string): string {
  return first.split(' + ').includes(other) ? first : `${first} + ${other}`;
}
