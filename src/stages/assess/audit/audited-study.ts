import type { Finding, FindingKind, Place } from '../../../model/audit-finding.js';
import type { Code, Codebook } from '../../../model/codebook.js';
import type { Claim, PublishedStudy } from '../../../model/published-study.js';
import type { PublishedTable } from './published-table.js';
import type { Words } from './words.js';

/** A claim and where it is made. */
export interface LocatedClaim {
  readonly claim: Claim;
  readonly place: Place;
}

/** All that an audit holds against each other. */
export interface AuditedStudy {
  readonly study: PublishedStudy;
  /** Where the study's aliases stand, in their order. */
  readonly aliasPlaces: readonly Place[];
  readonly tables: readonly PublishedTable[];
  readonly claims: readonly LocatedClaim[];
  readonly codebook: { readonly book: Codebook; readonly place: Place } | null;
  readonly words: Words;
}

/** One kind of check. */
export type Check = (audited: AuditedStudy) => Finding[];

/** The claims of one kind. */
export function claimsOf<K extends Claim['kind']>(
  { claims }: AuditedStudy,
  kind: K,
): { readonly claim: Extract<Claim, { kind: K }>; readonly place: Place }[] {
  return claims.filter(
    (one): one is { claim: Extract<Claim, { kind: K }>; place: Place } => one.claim.kind === kind,
  );
}

/** A finding from its two sides; what one side does not say stays empty. */
export function finding(
  kind: FindingKind,
  subject: string,
  claimed: { readonly value?: string | number; readonly place: Place },
  found: { readonly value?: string | number; readonly equated?: number; readonly place: Place },
  more: Partial<Pick<Finding, 'severity' | 'words' | 'limit'>> = {},
): Finding {
  const isNumeric = typeof claimed.value === 'number' && typeof found.value === 'number';
  return {
    kind,
    severity: 'contradiction',
    subject,
    claimed: printed(claimed.value),
    claimedAt: claimed.place.at,
    claimedBy: claimed.place.name,
    found: printed(found.value),
    equated: found.equated === found.value ? '' : printed(found.equated),
    foundAt: found.place.at,
    foundBy: found.place.name,
    difference: isNumeric ? signed(Number(found.value) - Number(claimed.value)) : '',
    limit: '',
    words: [],
    ...more,
  };
}

/** How many different words there are, as printed and when those that mean the same count once. */
export interface Size {
  readonly literal: number;
  readonly equated: number;
}

/** Counts words of a level in both readings. */
export function sizeOf(words: Words, level: string, found: Iterable<string>): Size {
  const all = new Set(found);
  return {
    literal: all.size,
    equated: new Set([...all].map((word) => words.canonical(level, word))).size,
  };
}

/** The different words of a level in a table, also those that only stand above others. */
export function wordsAt({ entries }: PublishedTable, level: string): string[] {
  return [...new Set(entries.flatMap(({ path }) => path.get(level) ?? []))];
}

/** The codes of a level, all of them or those below a code of some label. */
export function codesAt({ codes }: Codebook, level: string, under: string | null): Code[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const isBelow = (code: Code): boolean => {
    const parent = code.parent === null ? undefined : byId.get(code.parent);
    return (
      parent !== undefined && (parent.label.zh === under || parent.label.en === under || isBelow(parent))
    );
  };
  return codes.filter((code) => code.level === level && (under === null || isBelow(code)));
}

/** A number as people write it: no more digits than it needs. */
function printed(value: string | number | undefined): string {
  return typeof value === 'number' ? String(Number(value.toFixed(6))) : (value ?? '');
}

function signed(difference: number): string {
  return difference > 0 ? `+${printed(difference)}` : printed(difference);
}
