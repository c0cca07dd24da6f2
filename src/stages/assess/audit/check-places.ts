import type { Finding, Place } from '../../../model/audit-finding.js';
import {
  type AuditedStudy,
  type Check,
  type Comparison,
  claimsOf,
  codesAt,
  finding,
  statementKey,
  tablesFor,
  wordsAt,
} from './audited-study.js';
import { pairsUp } from './check-rows.js';
import { cleanWord } from './clean-word.js';
import type { PublishedTable } from './published-table.js';

/** Words of one table that another, whole one does not have, though it lists the same level. */
export const checkPlaces: Check = ({ tables, words }) =>
  tables.flatMap((table) =>
    tables
      .filter((whole) => whole !== table && whole.extent === 'all')
      .flatMap((whole) =>
        table.levels
          .filter((level) => whole.levels.includes(level) && coversList(whole, table))
          .flatMap((level) => {
            const known = new Set(wordsAt(whole, level).map((word) => words.canonical(level, word)));
            return firstPlaces(table, level).map(([word, place]): Comparison => {
              const isKnown = known.has(words.canonical(level, word));
              const missing = finding('no-place', word, { value: word, place }, { place: whole.place });
              return { statement: statementKey.table(table), finding: isKnown ? null : missing };
            });
          }),
      ),
  );

/** Whether a whole table must hold what another one lists: it lists all, or the children of the same word. */
function coversList(whole: PublishedTable, table: PublishedTable): boolean {
  return whole.under === null || whole.under === table.under;
}

function firstPlaces({ entries }: PublishedTable, level: string): [word: string, place: Place][] {
  const first = new Map<string, Place>();
  for (const { path, place } of entries) {
    const word = path.get(level);
    if (word !== undefined && !first.has(word)) first.set(word, place);
  }
  return [...first];
}

/** Words that are said to be listed in a table. */
export const checkListed: Check = (audited) =>
  claimsOf(audited, 'listed').flatMap(({ claim, place, statement }) =>
    tablesFor(audited, claim).map((table): Comparison => {
      const { words } = audited;
      const wanted = cleanWord(claim.word);
      const isListed = table.levels.some((level) =>
        wordsAt(table, level).some((word) => words.canonical(level, word) === words.canonical(level, wanted)),
      );
      const missing = finding('not-listed', claim.word, { value: claim.word, place }, { place: table.place });
      return { statement, finding: isListed ? null : missing };
    }),
  );

/** Levels and words of the tables that the codebook does not have, and codes that a whole table does not list. */
export const checkCodes: Check = ({ tables, codebook, words }) => {
  if (codebook === null) return [];
  const { book, place } = codebook;
  const known = new Set(book.levels.map(({ id }) => id));
  const isKnown = (word: string) => [...known].some((level) => words.codeOf(level, word) !== undefined);
  return tables.flatMap((table): Comparison[] => {
    const statement = statementKey.table(table);
    const isUnderKnown = table.under === null || isKnown(table.under);
    const upper = isUnderKnown
      ? []
      : [
          finding(
            'not-in-codebook',
            table.under ?? '',
            { value: table.under ?? '', place: table.place },
            { place },
          ),
        ];
    const found = table.levels.flatMap((level): (Finding | null)[] => {
      if (!known.has(level))
        return [finding('level', level, { value: level, place: table.place }, { place })];
      const unknown = firstPlaces(table, level).map(([word, at]) =>
        words.codeOf(level, word) === undefined
          ? finding('not-in-codebook', word, { value: word, place: at }, { place })
          : null,
      );
      if (table.extent !== 'all') return unknown;
      const listed = new Set(wordsAt(table, level).map((word) => words.codeOf(level, word)?.id));
      const unlisted = codesAt(book, level, table.under)
        .filter(({ id }) => !listed.has(id))
        .map(({ label }) =>
          finding('not-in-table', label.zh, { value: label.zh, place }, { place: table.place }),
        );
      return [...unknown, ...unlisted];
    });
    return [...upper, ...found].map((one) => ({ statement, finding: one }));
  });
};

/** A word and the word above it; `upper` is null where its level is not stated. */
interface Placing {
  readonly level: string;
  readonly word: string;
  readonly upper: string | null;
  readonly parent: string;
  readonly place: Place;
  /** The table or claim that says so. */
  readonly from: string;
}

/** Words that are placed under one word here and under another one there, or in the codebook. */
export const checkParents: Check = (audited) => {
  const { words } = audited;
  const first = new Map<string, Placing>();
  return placings(audited).flatMap((placing): Comparison[] => {
    const { level, word, upper, parent, place, from } = placing;
    const against = againstCodebook(audited, placing);
    const key = JSON.stringify([level, upper, words.canonical(level, word)]);
    const before = first.get(key);
    if (before === undefined) first.set(key, placing);
    if (before === undefined || before.from === from) return against;
    const isSame = words.canonical(upper ?? '', before.parent) === words.canonical(upper ?? '', parent);
    const claimed = { value: before.parent, place: before.place };
    const elsewhere = isSame ? null : finding('parent', word, claimed, { value: parent, place });
    return [
      ...against,
      { statement: before.from, finding: elsewhere },
      { statement: from, finding: elsewhere },
    ];
  });
};

function placings(audited: AuditedStudy): Placing[] {
  const seen = new Set<string>();
  const inTables = audited.tables.flatMap((table) =>
    table.entries.flatMap((entry) =>
      [
        ...pairsUp(table, entry).map(([level, upper]) => ({
          level,
          word: entry.path.get(level) ?? '',
          upper,
          parent: entry.path.get(upper) ?? '',
        })),
        ...(table.under === null
          ? []
          : [
              {
                level: entry.level,
                word: entry.word,
                upper: levelAbove(audited, entry.level, table.under),
                parent: table.under,
              },
            ]),
      ]
        .map((pair) => ({ ...pair, place: entry.place, from: statementKey.table(table) }))
        .filter(({ level, word, parent, from }) => {
          const key = JSON.stringify([from, level, word, parent]);
          return !seen.has(key) && seen.add(key);
        }),
    ),
  );
  const stated = claimsOf(audited, 'place').flatMap(({ claim, place, statement }) => {
    const { level } = claim;
    const [word, parent] = [cleanWord(claim.word), cleanWord(claim.parent)];
    const uppers = new Set(inTables.filter((one) => one.level === level).map(({ upper }) => upper));
    const said = { level, word, parent, place, from: statement };
    return uppers.size === 0 ? [{ ...said, upper: null }] : [...uppers].map((upper) => ({ ...said, upper }));
  });
  return [...inTables, ...stated];
}

/** The level above another one at which the codebook or a table knows a word. */
function levelAbove({ tables, words, codebook }: AuditedStudy, below: string, word: string): string | null {
  const orders = [(codebook?.book.levels ?? []).map(({ id }) => id), ...tables.map(({ levels }) => levels)];
  const above = new Set(orders.flatMap((levels) => levels.slice(0, Math.max(0, levels.indexOf(below)))));
  const isAt = (level: string) =>
    words.codeOf(level, word) !== undefined || tables.some((table) => wordsAt(table, level).includes(word));
  return [...above].find(isAt) ?? null;
}

function againstCodebook({ codebook, words }: AuditedStudy, placing: Placing): Comparison[] {
  const code = codebook ? words.codeOf(placing.level, placing.word) : undefined;
  if (codebook === null || code === undefined) return [];
  const { book, place } = codebook;
  // A level that the codebook does not have is reported by itself.
  if (placing.upper !== null && !book.levels.some(({ id }) => id === placing.upper)) return [];
  const byId = new Map(book.codes.map((one) => [one.id, one]));
  const above = [];
  for (let at = byId.get(code.parent ?? ''); at; at = byId.get(at.parent ?? '')) above.push(at);
  const levels = placing.upper === null ? above.map(({ level }) => level) : [placing.upper];
  const isThere = above.some(
    ({ id, level }) => levels.includes(level) && words.codeOf(level, placing.parent)?.id === id,
  );
  // A parent that the codebook does not have at all is reported once, not for each of its children.
  const isKnown = book.levels.some(({ id }) => words.codeOf(id, placing.parent) !== undefined);
  if (!isThere && !isKnown) return [];
  const own = above.find(({ level }) => levels.includes(level)) ?? above[0];
  const claimed = { value: placing.parent, place: placing.place };
  const elsewhere = finding('parent', placing.word, claimed, { value: own?.label.zh ?? '', place });
  return [{ statement: placing.from, finding: isThere ? null : elsewhere }];
}

/** Words that were taken for another one, because the study or the codebook says so. */
export const checkEquated: Check = ({ tables, words, codebook, study, aliasPlaces }) => {
  const told = new Set<string>();
  return tables.flatMap((table) =>
    table.entries.flatMap(({ level, word, place }): Comparison[] => {
      if (!words.isOtherName(level, word) || told.has(`${level}\t${word}`)) return [];
      told.add(`${level}\t${word}`);
      const stated = study.aliases.findIndex((alias) => cleanWord(alias.word) === word);
      const by = aliasPlaces[stated] ?? codebook?.place ?? place;
      const value = words.canonical(level, word);
      const remark = finding(
        'equated',
        word,
        { value: word, place },
        { value, place: by },
        { severity: 'remark' },
      );
      return [{ statement: statementKey.table(table), finding: remark }];
    }),
  );
};
