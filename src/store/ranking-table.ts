import { type PackedWord, packRanking, unpackRanking } from './pack-ranking.js';
import type { Store } from './store.js';

/** Saves all words of each group in the order of their weights, in the place of what the last screening ranked. */
export function replaceRankings(
  store: Store,
  rankings: Iterable<readonly [group: string, bytes: Buffer]>,
): void {
  store.run('DELETE FROM ranking');
  for (const [group, bytes] of rankings) saveRanking(store, group, bytes);
}

/** Saves all words of a group, packed in the order of their weights. */
export function saveRanking(store: Store, group: string, bytes: Buffer): void {
  store.run(
    `INSERT INTO ranking VALUES (?, ?)
     ON CONFLICT DO UPDATE SET words = excluded.words WHERE words <> excluded.words`,
    group,
    bytes,
  );
}

/** Forgets the words of a group that has no cases any more. */
export function removeRanking(store: Store, group: string): void {
  store.run('DELETE FROM ranking WHERE group_name = ?', group);
}

/** Packs the ranked words of a group, which must be terms of the project. */
export function packWords(
  store: Store,
  ranked: readonly (Omit<PackedWord, 'wordNo'> & { readonly word: string })[],
): Buffer {
  return packRanking(ranked, ({ word }) => knownWordNumber(store, word) ?? 0);
}

/** The words of a group in the order of their weights, at most so many; none for a group that was not ranked. */
export function readRanking(store: Store, group: string, limit?: number): PackedWord[] {
  const bytes = packedRanking(store, group);
  return bytes ? unpackRanking(bytes, limit === undefined ? {} : { limit }) : [];
}

/** The same as it is packed. */
export function packedRanking(store: Store, group: string): Buffer | undefined {
  return store.get<{ words: Buffer }>('SELECT words FROM ranking WHERE group_name = ?', group)?.words;
}

/** The number of a word of the project, or undefined. */
export function knownWordNumber(store: Store, word: string): number | undefined {
  const known = store.wordNumbers.get(word);
  if (known !== undefined) return known;
  const row = store.get<{ no: number }>('SELECT word_no AS no FROM word WHERE word = ?', word);
  if (row) store.wordNumbers.set(word, row.no);
  return row?.no;
}

/** All words with their numbers. */
export function wordsByNumber(store: Store): { readonly no: number; readonly word: string }[] {
  return store.all('SELECT word_no AS no, word FROM word');
}

/** The word of a number. */
export function wordOfNumber(store: Store, wordNo: number): string {
  return store.get<{ word: string }>('SELECT word FROM word WHERE word_no = ?', wordNo)?.word ?? '';
}

/** The considered words of each group that a rule drops, with its reason, in the place of the last ones. */
export function replaceRuleDrops(store: Store, drops: Iterable<RuleDrop>): void {
  store.run('DELETE FROM rule_drop');
  for (const drop of drops) saveRuleDrop(store, drop);
}

/** A considered word of a group that a rule drops. */
export interface RuleDrop {
  readonly group: string;
  readonly word: string;
  readonly reason: string;
}

/** Remembers that a rule drops a word of a group. */
export function saveRuleDrop(store: Store, { group, word, reason }: RuleDrop): void {
  store.run(
    `INSERT INTO rule_drop VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET reason = excluded.reason WHERE reason <> excluded.reason`,
    group,
    word,
    reason,
  );
}

/** Forgets whether a rule drops a word of a group, which is considered no more. */
export function removeRuleDrop(store: Store, group: string, word: string): void {
  store.run('DELETE FROM rule_drop WHERE group_name = ? AND word = ?', group, word);
}

/** The words of a group that rules drop, with the reasons. */
export function readRuleDrops(store: Store, group: string): Map<string, string> {
  const rows = store.all<{ word: string; reason: string }>(
    'SELECT word, reason FROM rule_drop WHERE group_name = ?',
    group,
  );
  return new Map(rows.map(({ word, reason }) => [word, reason]));
}
