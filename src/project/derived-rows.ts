import type { Mapping } from '../model/mapping.js';
import { changeAssignments } from '../store/change-assignments.js';
import { changeKeywords, type KeywordDifference } from '../store/keyword-table.js';
import { type MappingKey, putMapping, removeMapping } from '../store/mapping-table.js';
import { removeRanking, removeRuleDrop, saveRanking, saveRuleDrop } from '../store/ranking-table.js';
import { removeReadWord, saveReadWord } from '../store/read-word-table.js';
import type { RowDifference } from '../store/row-difference.js';
import type { Store } from '../store/store.js';
import { changeTokenCounts } from '../store/token-count-table.js';
import type { ScreenedGroup } from './screen-group.js';

/** The derived rows that become others by changed verdicts. */
export interface DerivedRows {
  readonly groups: Map<string, ScreenedGroup & { readonly changes: KeywordDifference }>;
  /** All words of the groups that were ranked again, packed; null for a group that has no cases any more. */
  readonly rankings: Map<string, Buffer | null>;
  /** In which cases words that readers found occur; null for a word that is no longer one. */
  readonly readWords: Map<string, readonly string[] | null>;
  readonly mappings: Mapping[];
  readonly removedMappings: MappingKey[];
  /** The cases in whose texts codes were looked for. */
  readonly readCases: Set<string>;
  readonly assignments: RowDifference;
  readonly tokens: RowDifference;
}

/** No row at all. */
export function noRows(): DerivedRows {
  return {
    groups: new Map(),
    rankings: new Map(),
    readWords: new Map(),
    mappings: [],
    removedMappings: [],
    readCases: new Set(),
    assignments: { removed: [], added: [] },
    tokens: { removed: [], added: [] },
  };
}

/** Writes derived rows, those that differ. */
export function saveRows(store: Store, rows: DerivedRows): void {
  for (const [group, { changes, newDrops, oldDrops }] of rows.groups) {
    changeKeywords(store, group, changes);
    for (const word of oldDrops) removeRuleDrop(store, group, word);
    for (const [word, reason] of newDrops) saveRuleDrop(store, { group, word, reason });
  }
  for (const [group, bytes] of rows.rankings) {
    if (bytes === null) removeRanking(store, group);
    else saveRanking(store, group, bytes);
  }
  for (const [word, caseIds] of rows.readWords) {
    if (caseIds === null) removeReadWord(store, word);
    else saveReadWord(store, word, caseIds);
  }
  for (const key of rows.removedMappings) removeMapping(store, key);
  for (const mapping of rows.mappings) putMapping(store, mapping);
  changeAssignments(store, rows.assignments);
  changeTokenCounts(store, rows.tokens);
}
