import type { Finding } from '../../../model/audit-finding.js';
import type { Claim } from '../../../model/published-study.js';
import {
  type AuditedStudy,
  type Check,
  claimsOf,
  codesAt,
  finding,
  type Size,
  sizeOf,
  wordsAt,
} from './audited-study.js';
import { cleanWord } from './clean-word.js';
import type { PublishedTable } from './published-table.js';

/** One thing stated with two values. */
export const checkStatedTwice: Check = ({ claims }) => {
  const first = new Map<string, (typeof claims)[number]>();
  return claims.flatMap((one) => {
    const subject = subjectOf(one.claim);
    const key = JSON.stringify([one.claim.kind, subject]);
    const before = first.get(key);
    if (before === undefined) first.set(key, one);
    const [was, is] = [before && statedValue(before.claim), statedValue(one.claim)];
    if (before === undefined || was === is) return [];
    return [
      finding(
        'stated-twice',
        subject.filter((part) => part !== undefined).join(' · '),
        { value: was ?? '', place: before.place },
        { value: is, place: one.place },
      ),
    ];
  });
};

function subjectOf(claim: Claim): (string | undefined)[] {
  switch (claim.kind) {
    case 'count':
      return [claim.level, claim.under];
    case 'rows':
      return [claim.table];
    case 'sum':
      return [claim.measure];
    case 'number':
      return [claim.thing];
    case 'value':
      return [claim.word, claim.measure];
    case 'listed':
      return [claim.word, claim.table];
    case 'place':
      return [claim.word, claim.level];
  }
}

function statedValue(claim: Claim): string | number {
  if (claim.kind === 'listed') return claim.table;
  return claim.kind === 'place' ? cleanWord(claim.parent) : claim.value;
}

/** How many codes there are: as stated, in the tables, in the codebook. */
export const checkCounts: Check = (audited) =>
  claimsOf(audited, 'count').flatMap(({ claim, place }) => {
    const { codebook } = audited;
    const under = claim.under === undefined ? null : cleanWord(claim.under);
    const subject = under === null ? claim.level : `${claim.level} · ${under}`;
    const inTables = audited.tables.flatMap((table): Finding[] => {
      const size = countIn(audited, table, claim.level, under);
      const isTooMany = size !== null && size.equated > claim.value;
      if (size === null || (table.extent !== 'all' && !isTooMany) || agrees(claim.value, size)) return [];
      const found = { value: size.literal, equated: size.equated, place: table.place };
      return [finding('count', subject, { value: claim.value, place }, found)];
    });
    if (!codebook?.book.levels.some(({ id }) => id === claim.level)) return inTables;
    const codes = codesAt(codebook.book, claim.level, under).length;
    if (codes === claim.value) return inTables;
    const found = { value: codes, place: codebook.place };
    return [...inTables, finding('count', subject, { value: claim.value, place }, found)];
  });

/** Null where a table cannot tell, because it knows nothing of the level or of what stands above it. */
function countIn(
  { words }: AuditedStudy,
  table: PublishedTable,
  level: string,
  under: string | null,
): Size | null {
  const depth = table.levels.indexOf(level);
  if (depth < 0) return null;
  if (table.under !== null) return table.under === under ? sizeOf(words, level, wordsAt(table, level)) : null;
  if (under === null) return sizeOf(words, level, wordsAt(table, level));
  if (depth === 0) return null;
  const above = table.levels.slice(0, depth);
  const below = table.entries.filter(({ path }) =>
    above.some((upper) => words.canonical(upper, path.get(upper) ?? '') === words.canonical(upper, under)),
  );
  return sizeOf(words, level, wordsAt({ ...table, entries: below }, level));
}

function agrees(claimed: number, { literal, equated }: Size): boolean {
  return claimed === literal || claimed === equated;
}

/** Tables that each may be right but together name more codes than there are said to be. */
export const checkUnions: Check = (audited) =>
  claimsOf(audited, 'count').flatMap(({ claim, place }): Finding[] => {
    if (claim.under !== undefined) return [];
    const { words } = audited;
    const { level, value } = claim;
    const tables = audited.tables.filter((table) => table.under === null && table.levels.includes(level));
    const lists = tables.map((table) => wordsAt(table, level));
    const union = sizeOf(words, level, lists.flat());
    const largest = Math.max(0, ...lists.map((list) => sizeOf(words, level, list).equated));
    if (union.equated <= Math.max(value, largest) || agrees(value, union)) return [];
    const shared = (lists[0] ?? []).filter((word) => lists.every((list) => list.includes(word)));
    const together = {
      at: tables.map((table) => table.place.at).join(' + '),
      name: tables.map((table) => table.place.name).join(' + '),
    };
    const found = { value: union.literal, equated: union.equated, place: together };
    return [finding('union', level, { value, place }, found, { words: shared })];
  });

/** Codes that a partial table does not print, against the room that the stated number leaves. */
export const checkUnprinted: Check = (audited) =>
  claimsOf(audited, 'count').flatMap(({ claim, place }) => {
    if (claim.under !== undefined) return [];
    const { words } = audited;
    const { level, value } = claim;
    const having = audited.tables.filter((table) => table.under === null && table.levels.includes(level));
    return having
      .filter(({ extent }) => extent !== 'all')
      .flatMap((part) =>
        having
          .filter(({ extent }) => extent === 'all')
          .flatMap((whole): Finding[] => {
            const printedWords = wordsAt(part, level);
            const known = new Set(printedWords.map((word) => words.canonical(level, word)));
            const missing = wordsAt(whole, level).filter((word) => !printedWords.includes(word));
            const equated = missing.filter((word) => !known.has(words.canonical(level, word)));
            const room = value - sizeOf(words, level, printedWords).equated;
            if (equated.length <= room || missing.length <= room) return [];
            const found = { value: missing.length, equated: equated.length, place: whole.place };
            return [finding('unprinted', part.place.name, { value: room, place }, found, { words: missing })];
          }),
      );
  });

/** How many rows a table is said to have. */
export const checkRows: Check = (audited) =>
  claimsOf(audited, 'rows').flatMap(({ claim, place }) => {
    const table = audited.tables.find(({ id }) => id === claim.table);
    if (table === undefined) return [];
    const rows = table.entries.length || table.rows.length;
    if (rows === claim.value) return [];
    return [
      finding('rows', table.place.name, { value: claim.value, place }, { value: rows, place: table.place }),
    ];
  });
