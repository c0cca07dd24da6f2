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

/** All that an audit compares. */
export interface AuditedStudy {
  readonly study: PublishedStudy;
  /** Where the study's aliases are listed, in their order. */
  readonly aliasPlaces: readonly Place[];
  readonly tables: readonly PublishedTable[];
  readonly claims: readonly LocatedClaim[];
  readonly codebook: { readonly book: Codebook; readonly place: Place } | null;
  readonly words: Words;
}

/** One statement compared with one other thing, and the finding where they contradict each other. */
export interface Comparison {
  readonly statement: string;
  readonly finding: Finding | null;
}

/** One kind of check. */
export type Check = (audited: AuditedStudy) => Comparison[];

/** Identifies a statement within its study: the n-th claim, or a part of a table, there the n-th of its kind. */
export const statementKey = {
  claim: (index: number) => `claim ${index}`,
  table: ({ id }: Pick<PublishedTable, 'id'>) => `table ${id}`,
  part: ({ id }: Pick<PublishedTable, 'id'>, part: StatedPart, index = 0) => `${part} ${index} ${id}`,
};

/** What a table states about its own figures. */
export type StatedPart = 'share' | 'derived' | 'order' | 'rank' | 'total';

/** A claim of one kind, with the key of its statement. */
export interface KeyedClaim<K extends Claim['kind']> {
  readonly claim: Extract<Claim, { kind: K }>;
  readonly place: Place;
  readonly statement: string;
}

/** The claims of one kind. */
export function claimsOf<K extends Claim['kind']>({ claims }: AuditedStudy, kind: K): KeyedClaim<K>[] {
  return claims.flatMap(({ claim, place }, index) =>
    claim.kind === kind
      ? [{ claim: claim as Extract<Claim, { kind: K }>, place, statement: statementKey.claim(index) }]
      : [],
  );
}

/** The tables that a statement is compared with: the one it names, else all. */
export function tablesFor(
  { tables }: AuditedStudy,
  { table }: { readonly table?: string | undefined },
): readonly PublishedTable[] {
  return table === undefined ? tables : tables.filter(({ id }) => id === table);
}

/** A finding from its two sides; what one side does not say is empty. */
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

/** Whether a code of a codebook has a label, in either language. */
export function hasLabel({ codes }: Codebook, label: string): boolean {
  return codes.some((code) => code.label.zh === label || code.label.en === label);
}

/** A number as people write it, without digits that it does not need. */
export function printed(value: string | number | undefined): string {
  return typeof value === 'number' ? String(Number(value.toFixed(6))) : (value ?? '');
}

function signed(difference: number): string {
  return difference > 0 ? `+${printed(difference)}` : printed(difference);
}
