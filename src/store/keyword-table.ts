import type { Keyword } from '../model/keyword.js';
import type { Cell, Store } from './store.js';

type KeywordRow = Omit<Keyword, 'kept'> & { readonly kept: number };

const SELECT_KEYWORD = `SELECT group_name AS "group", word, pos, weight, frequency, source, kept, reason, detail,
  counts_for AS countsFor, decision_id AS decisionId, coder FROM keyword`;

/** Saves the outcome of a screening, in the place of the last one. */
export function replaceKeywords(store: Store, keywords: readonly Keyword[]): void {
  store.transaction(() => {
    store.run('DELETE FROM keyword');
    const next = new Map<string, number>();
    for (const keyword of keywords) {
      const position = next.get(keyword.group) ?? 0;
      next.set(keyword.group, position + 1);
      putKeyword(store, position, keyword);
    }
  });
}

/** What makes of the keywords of a group others. */
export interface KeywordDifference {
  /** What stands at a position now, and whether that is said of the word that stood there. */
  readonly changed: readonly {
    readonly position: number;
    readonly keyword: Keyword;
    readonly isOfWord: boolean;
  }[];
  /** From which position on there is none any more; null where there are no fewer. */
  readonly end: number | null;
}

/** Compares the keywords of a group, in their order, with those before. */
export function compareKeywords(before: readonly Keyword[], after: readonly Keyword[]): KeywordDifference {
  const changed = after.flatMap((keyword, position) => {
    const known = before[position];
    return isSameKeyword(known, keyword)
      ? []
      : [{ position, keyword, isOfWord: known?.word === keyword.word }];
  });
  return { changed, end: after.length < before.length ? after.length : null };
}

/** Writes the keywords of a group that differ. */
export function changeKeywords(store: Store, group: string, { changed, end }: KeywordDifference): void {
  for (const { position, keyword, isOfWord } of changed) {
    if (isOfWord) changeKeyword(store, position, keyword);
    else putKeyword(store, position, keyword);
  }
  if (end !== null) store.run('DELETE FROM keyword WHERE group_name = ? AND position >= ?', group, end);
}

/** The screened keywords, kept and not, in code point order of the groups, those of a group in the order they were saved. */
export function readKeywords(store: Store): Keyword[] {
  return store.all<KeywordRow>(`${SELECT_KEYWORD} ORDER BY group_name, position`).map(keywordOf);
}

/** The screened keywords of one group, in the order they were saved. */
export function keywordsOfGroup(store: Store, group: string): Keyword[] {
  return store
    .all<KeywordRow>(`${SELECT_KEYWORD} WHERE group_name = ? ORDER BY position`, group)
    .map(keywordOf);
}

/** The screened keywords of one group that count for a word, in the order they were saved. */
export function keywordsCountingFor(store: Store, group: string, word: string): Keyword[] {
  return store
    .all<KeywordRow>(
      `${SELECT_KEYWORD} WHERE group_name = ? AND counts_for = ? ORDER BY position`,
      group,
      word,
    )
    .map(keywordOf);
}

/** The screened keywords that are a word, in code point order of their groups. */
export function keywordsOfWord(store: Store, word: string): Keyword[] {
  return store.all<KeywordRow>(`${SELECT_KEYWORD} WHERE word = ? ORDER BY group_name`, word).map(keywordOf);
}

/** The groups that have a word among their screened keywords, in code point order. */
export function groupsWithKeyword(store: Store, word: string): string[] {
  const sql = 'SELECT group_name AS "group" FROM keyword WHERE word = ? ORDER BY group_name';
  return store.all<{ group: string }>(sql, word).map(({ group }) => group);
}

/** The different words among the screened keywords that readers found. */
export function wordsOfReading(store: Store): string[] {
  const sql = `SELECT DISTINCT word FROM keyword WHERE source = 'reading'`;
  return store.all<{ word: string }>(sql).map(({ word }) => word);
}

/** A word of the screened keywords, with those of its groups as one. */
export interface GatheredKeyword
  extends Pick<Keyword, 'word' | 'pos' | 'weight' | 'frequency' | 'countsFor'> {
  readonly groups: number;
  readonly reasons: readonly Keyword['reason'][];
  readonly coders: readonly string[];
}

/** Gathers the screened keywords by their words, of one group or all, all words or some, in code point order of the words. */
export function gatherKeywords(
  store: Store,
  { group = null, words = null }: { group?: string | null; words?: readonly string[] | null },
): GatheredKeyword[] {
  type Gathered = Omit<GatheredKeyword, 'reasons' | 'coders'> & Record<'reasons' | 'coders', string>;
  const wanted = [
    ...(group === null ? [] : ['group_name = ?']),
    ...(words === null ? [] : ['word IN (SELECT value FROM json_each(?))']),
  ];
  return store
    .all<Gathered>(
      `SELECT word, min(pos) AS pos, max(weight) AS weight, sum(frequency) AS frequency, min(counts_for) AS countsFor,
         count(*) AS groups, json_group_array(DISTINCT reason) AS reasons,
         json_group_array(DISTINCT coder) FILTER (WHERE coder IS NOT NULL) AS coders
       FROM keyword ${wanted.length > 0 ? `WHERE ${wanted.join(' AND ')}` : ''} GROUP BY word ORDER BY word`,
      ...[group, words && JSON.stringify(words)].filter((cell) => cell !== null),
    )
    .map(({ reasons, coders, ...row }) => ({
      ...row,
      reasons: JSON.parse(reasons) as Keyword['reason'][],
      coders: JSON.parse(coders) as string[],
    }));
}

/** How many different words stay among the keywords though nobody decided about them. */
export function countUndecidedWords(store: Store): number {
  const sql = 'SELECT count(DISTINCT word) AS words FROM keyword WHERE kept = 1 AND coder IS NULL';
  return store.get<{ words: number }>(sql)?.words ?? 0;
}

/** The different words among the screened keywords, in code point order. */
export function differentWords(store: Store): string[] {
  const rows = store.all<{ word: string }>('SELECT DISTINCT word FROM keyword ORDER BY word');
  return rows.map(({ word }) => word);
}

/** Whether two keywords agree in every field. */
export function isSameKeyword(one: Keyword | undefined, other: Keyword | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return one === other;
  for (const field in other) {
    if (one[field as keyof Keyword] !== other[field as keyof Keyword]) return false;
  }
  return true;
}

/** Writes what became of the word that has a position: no index has anything of it. */
function changeKeyword(store: Store, position: number, keyword: Keyword): void {
  store.run(
    `UPDATE keyword SET pos = ?, weight = ?, frequency = ?, source = ?, kept = ?, reason = ?, detail = ?, counts_for = ?,
       decision_id = ?, coder = ? WHERE group_name = ? AND position = ?`,
    ...fateCells(keyword),
    keyword.group,
    position,
  );
}

function putKeyword(store: Store, position: number, keyword: Keyword): void {
  store.run(
    'INSERT OR REPLACE INTO keyword VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    keyword.group,
    position,
    keyword.word,
    ...fateCells(keyword),
  );
}

/** What a row says of its word. */
function fateCells(keyword: Keyword): Cell[] {
  const { pos, weight, frequency, source, kept, reason, detail, countsFor, decisionId, coder } = keyword;
  return [pos, weight, frequency, source, Number(kept), reason, detail, countsFor, decisionId, coder];
}

function keywordOf(row: KeywordRow): Keyword {
  return { ...row, kept: row.kept === 1 };
}
