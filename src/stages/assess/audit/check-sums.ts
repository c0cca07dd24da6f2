import type { Finding, Place } from '../../../model/audit-finding.js';
import { type AuditedStudy, type Check, claimsOf, finding, sizeOf, wordsAt } from './audited-study.js';
import type { Entry, PublishedTable } from './published-table.js';

/** The rows of a table's lowest level that have a figure for a measure. */
function lowestWith({ entries, levels }: PublishedTable, measure: string): { entry: Entry; value: number }[] {
  return entries.flatMap((entry) => {
    const value = entry.values.get(measure);
    return entry.level === levels.at(-1) && value !== undefined ? [{ entry, value }] : [];
  });
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Figures differ when rounding cannot explain it. */
const differ = (a: number, b: number) => Math.abs(a - b) > 1e-6;

/** A stated sum against the rows of each table; of a partial table, what is left must fit what is not printed. */
export const checkSums: Check = (audited) =>
  claimsOf(audited, 'sum').flatMap(({ claim, place }) => {
    if (audited.study.distinct.includes(claim.measure)) return [];
    return audited.tables.flatMap((table): Finding[] => {
      const printed = lowestWith(table, claim.measure).map(({ value }) => value);
      if (printed.length === 0) return [];
      const sum = sumOf(printed);
      const claimed = { value: claim.value, place };
      const found = { value: sum, place: table.place };
      if (table.extent === 'all' || sum > claim.value) {
        return differ(sum, claim.value) ? [finding('sum', claim.measure, claimed, found)] : [];
      }
      const rest = claim.value - sum;
      const unprinted = unprintedIn(audited, table);
      const most = table.extent === 'top' ? Math.min(...printed) : Number.POSITIVE_INFINITY;
      if (!differ(rest, 0)) return [];
      const isPossible = unprinted === null || (unprinted > 0 && rest <= unprinted * most);
      const severity = isPossible ? 'remark' : 'contradiction';
      const limit = unprinted === null || !Number.isFinite(most) ? '' : String(unprinted * most);
      return [finding('remainder', claim.measure, claimed, found, { severity, limit })];
    });
  });

/** The most codes that a partial table can have left out, by statement or by a whole table; null for unknown. */
function unprintedIn(audited: AuditedStudy, table: PublishedTable): number | null {
  const level = table.levels.at(-1) ?? '';
  const own = sizeOf(audited.words, level, wordsAt(table, level)).equated;
  const stated = claimsOf(audited, 'count')
    .filter(({ claim }) => claim.level === level && claim.under === undefined)
    .map(({ claim }) => claim.value - own);
  const listed = audited.tables
    .filter(({ extent, under, levels }) => extent === 'all' && under === null && levels.includes(level))
    .map((whole) => wordsAt(whole, level).length - own);
  const all = [...stated, ...listed].map((left) => Math.max(0, left));
  return all.length === 0 ? null : Math.max(...all);
}

/** A printed row of totals against the rows. */
export const checkTotals: Check = ({ tables, study }) =>
  tables.flatMap((table) => {
    const { totalRow, spec } = table;
    if (totalRow === null || spec === null) return [];
    return Object.entries(spec.measures).flatMap(([measure, column]): Finding[] => {
      const total = totalRow.figure(column)?.value;
      const printed = lowestWith(table, measure).map(({ value }) => value);
      if (total === undefined || printed.length === 0 || study.distinct.includes(measure)) return [];
      const sum = sumOf(printed);
      const isWrong = table.extent === 'all' ? differ(sum, total) : sum > total;
      const claimed = { value: total, place: totalRow.place };
      return isWrong ? [finding('total', measure, claimed, { value: sum, place: table.place })] : [];
    });
  });

/** What a code above has, against the sum of those below it; a union lies between the largest of them and the sum. */
export const checkParentSums: Check = ({ tables, study, words }) =>
  tables.flatMap((table) =>
    table.entries.flatMap((parent) =>
      [...parent.values].flatMap(([measure, value]) =>
        tables.flatMap((other): Finding[] => {
          const children = other.extent === 'all' ? childrenOf(parent, measure, other, words.canonical) : [];
          if (children.length === 0) return [];
          const sum = sumOf(children);
          const isUnion = study.distinct.includes(measure);
          const isRight = isUnion ? value <= sum && value >= Math.max(...children) : !differ(sum, value);
          if (isRight) return [];
          const claimed = { value, place: parent.place };
          const found = { value: sum, place: other.place };
          return [finding('parent-sum', `${parent.word} · ${measure}`, claimed, found)];
        }),
      ),
    ),
  );

/** The figures of the nearest level below that has any. */
function childrenOf(
  parent: Entry,
  measure: string,
  { levels, entries }: PublishedTable,
  canonical: (level: string, word: string) => string,
): number[] {
  const { level, word } = parent;
  const depth = levels.indexOf(level);
  if (depth < 0) return [];
  const own = entries.filter(
    ({ path, values }) =>
      values.has(measure) && canonical(level, path.get(level) ?? '') === canonical(level, word),
  );
  const nearest = levels.slice(depth + 1).find((lower) => own.some((entry) => entry.level === lower));
  return own.filter((entry) => entry.level === nearest).map(({ values }) => values.get(measure) ?? 0);
}

/** One figure of one word, printed or stated in two places. */
export const checkValues: Check = (audited) => {
  const { tables, words } = audited;
  const first = new Map<string, { value: number; place: Place; table: string }>();
  const between = tables.flatMap((table) =>
    table.entries.flatMap((entry) =>
      [...entry.values].flatMap(([measure, value]): Finding[] => {
        const key = JSON.stringify([measure, entry.level, words.canonical(entry.level, entry.word)]);
        const before = first.get(key);
        if (before === undefined) first.set(key, { value, place: entry.place, table: table.id });
        if (before === undefined || before.table === table.id || !differ(before.value, value)) return [];
        return [finding('value', `${entry.word} · ${measure}`, before, { value, place: entry.place })];
      }),
    ),
  );
  const stated = claimsOf(audited, 'value').flatMap(({ claim, place }) =>
    tables.flatMap(({ entries }) =>
      entries.flatMap((entry): Finding[] => {
        const { level } = entry;
        const value = entry.values.get(claim.measure);
        const isSame = words.canonical(level, entry.word) === words.canonical(level, claim.word);
        if (!isSame || value === undefined || !differ(value, claim.value)) return [];
        const claimed = { value: claim.value, place };
        return [finding('value', `${claim.word} · ${claim.measure}`, claimed, { value, place: entry.place })];
      }),
    ),
  );
  return [...between, ...stated];
};
