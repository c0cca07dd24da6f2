import type { Claim } from '../../../model/published-study.js';
import {
  type AuditedStudy,
  type Check,
  type Comparison,
  claimsOf,
  codesAt,
  finding,
  hasLabel,
  type Size,
  sizeOf,
  statementKey,
  tablesFor,
  wordsAt,
} from './audited-study.js';
import { cleanWord } from './clean-word.js';
import type { PublishedTable } from './published-table.js';

/** One thing stated with two values. */
export const checkStatedTwice: Check = ({ claims }) => {
  const first = new Map<string, { readonly one: (typeof claims)[number]; readonly index: number }>();
  return claims.flatMap((one, index): Comparison[] => {
    const subject = subjectOf(one.claim);
    if (subject === null) return [];
    const key = JSON.stringify([one.claim.kind, subject]);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, { one, index });
      return [];
    }
    const [was, is] = [statedValue(before.one.claim), statedValue(one.claim)];
    const about = subject.filter((part) => part !== undefined).join(' · ');
    const claimed = { value: was, place: before.one.place };
    const found =
      was === is ? null : finding('stated-twice', about, claimed, { value: is, place: one.place });
    return [before.index, index].map((at) => ({ statement: statementKey.claim(at), finding: found }));
  });
};

/** What a claim is about; null for what is computed, where a second value contradicts the computation. */
function subjectOf(claim: Claim): (string | undefined)[] | null {
  switch (claim.kind) {
    case 'count':
      return [claim.level, claim.under, claim.table];
    case 'rows':
      return [claim.table];
    case 'sum':
      return claim.under === undefined
        ? [claim.measure, claim.table]
        : [claim.under, claim.measure, claim.table];
    case 'number':
      return [claim.thing];
    case 'value':
      return [claim.word, claim.measure, claim.level, claim.table];
    case 'place':
      return [claim.word, claim.level];
    default:
      return null;
  }
}

function statedValue(claim: Claim): string | number {
  if (claim.kind === 'place') return cleanWord(claim.parent);
  return 'value' in claim ? claim.value : '';
}

/** How many codes there are: as stated, in the tables, in the codebook; in one table where the claim names it. */
export const checkCounts: Check = (audited) =>
  claimsOf(audited, 'count').flatMap(({ claim, place, statement }) => {
    const { codebook } = audited;
    const under = claim.under === undefined ? null : cleanWord(claim.under);
    const subject = under === null ? claim.level : `${claim.level} · ${under}`;
    const claimed = { value: claim.value, place };
    const inTables = tablesFor(audited, claim).flatMap((table): Comparison[] => {
      const size = sizeUnder(audited, table, claim.level, under);
      if (size === null) return [];
      const isWhole = table.extent === 'all' || claim.table !== undefined;
      const isTooMany = size.equated > claim.value;
      if (!isWhole && !isTooMany) return [];
      const found = { value: size.literal, equated: size.equated, place: table.place };
      const isRight = agrees(claim.value, size);
      return [{ statement, finding: isRight ? null : finding('count', subject, claimed, found) }];
    });
    const isInCodebook = codebook?.book.levels.some(({ id }) => id === claim.level);
    if (!codebook || !isInCodebook || claim.table !== undefined) return inTables;
    const codes = codesAt(codebook.book, claim.level, under).length;
    if (codes === 0 && under !== null && !hasLabel(codebook.book, under)) return inTables;
    const found = { value: codes, place: codebook.place };
    const isRight = codes === claim.value;
    return [...inTables, { statement, finding: isRight ? null : finding('count', subject, claimed, found) }];
  });

/** How many words of a level a table has; null where it does not have the level, or the word that is above. */
export function sizeUnder(
  { words }: AuditedStudy,
  table: PublishedTable,
  level: string,
  under: string | null,
): Size | null {
  const depth = table.levels.indexOf(level);
  if (depth < 0) return null;
  if (table.under !== null) return table.under === under ? sizeOf(words, level, wordsAt(table, level)) : null;
  if (under === null) return sizeOf(words, level, wordsAt(table, level));
  const above = table.levels.slice(0, depth);
  const below = table.entries.filter(({ path }) =>
    above.some((upper) => words.canonical(upper, path.get(upper) ?? '') === words.canonical(upper, under)),
  );
  return below.length === 0 ? null : sizeOf(words, level, wordsAt({ ...table, entries: below }, level));
}

function agrees(claimed: number, { literal, equated }: Size): boolean {
  return claimed === literal || claimed === equated;
}

/** Tables that each may be right but together name more codes than there are said to be. */
export const checkUnions: Check = (audited) =>
  claimsOf(audited, 'count').flatMap(({ claim, place, statement }): Comparison[] => {
    if (claim.under !== undefined || claim.table !== undefined) return [];
    const { words } = audited;
    const { level, value } = claim;
    const tables = audited.tables.filter((table) => table.under === null && table.levels.includes(level));
    const lists = tables.map((table) => wordsAt(table, level));
    const union = sizeOf(words, level, lists.flat());
    const largest = lists.reduce((most, list) => Math.max(most, sizeOf(words, level, list).equated), 0);
    if (union.equated <= Math.max(value, largest) || agrees(value, union)) return [];
    const shared = (lists[0] ?? []).filter((word) => lists.every((list) => list.includes(word)));
    const together = {
      at: tables.map((table) => table.place.at).join(' + '),
      name: tables.map((table) => table.place.name).join(' + '),
    };
    const found = { value: union.literal, equated: union.equated, place: together };
    return [{ statement, finding: finding('union', level, { value, place }, found, { words: shared }) }];
  });

/** Codes that a partial table does not print, against the room that the stated number leaves. */
export const checkUnprinted: Check = (audited) =>
  claimsOf(audited, 'count').flatMap(({ claim, place, statement }) => {
    if (claim.under !== undefined || claim.table !== undefined) return [];
    const { words } = audited;
    const { level, value } = claim;
    const having = audited.tables.filter((table) => table.under === null && table.levels.includes(level));
    return having
      .filter(({ extent }) => extent !== 'all')
      .flatMap((part) =>
        having
          .filter(({ extent }) => extent === 'all')
          .flatMap((whole): Comparison[] => {
            const printedWords = wordsAt(part, level);
            const known = new Set(printedWords.map((word) => words.canonical(level, word)));
            const missing = wordsAt(whole, level).filter((word) => !printedWords.includes(word));
            const equated = missing.filter((word) => !known.has(words.canonical(level, word)));
            const room = value - sizeOf(words, level, printedWords).equated;
            const isRight = equated.length <= room || missing.length <= room;
            const found = { value: missing.length, equated: equated.length, place: whole.place };
            const claimed = { value: room, place };
            const against = finding('unprinted', part.place.name, claimed, found, { words: missing });
            return [{ statement, finding: isRight ? null : against }];
          }),
      );
  });

/** How many rows a table is said to have. */
export const checkRows: Check = (audited) =>
  claimsOf(audited, 'rows').flatMap(({ claim, place, statement }) =>
    tablesFor(audited, claim).map((table): Comparison => {
      const rows = table.entries.length || table.rows.length;
      const found = { value: rows, place: table.place };
      const against = finding('rows', table.place.name, { value: claim.value, place }, found);
      return { statement, finding: rows === claim.value ? null : against };
    }),
  );
