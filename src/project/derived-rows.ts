import type { CodedPassage } from '../model/coded-passage.js';
import type { TokenCount } from '../model/coded-text.js';
import type { Keyword } from '../model/keyword.js';
import type { Mapping } from '../model/mapping.js';
import { replaceKeywordEvidence, replaceProposals } from '../store/coded-passage-table.js';
import { changeKeywords } from '../store/keyword-table.js';
import { type MappingKey, putMapping, removeMapping } from '../store/mapping-table.js';
import { removeRanking, removeRuleDrop, saveRanking, saveRuleDrop } from '../store/ranking-table.js';
import { removeReadWord, saveReadWord } from '../store/read-word-table.js';
import type { Store } from '../store/store.js';
import { replaceTokenCountsOfCase } from '../store/token-count-table.js';
import type { ScreenedGroup } from './screen-group.js';

/** The version of a case that evidence points into. */
interface CaseVersion {
  readonly caseId: string;
  readonly version: string;
}

/** The derived rows that become others by changed verdicts. */
export interface DerivedRows {
  readonly groups: Map<string, ScreenedGroup & { readonly before: readonly Keyword[] }>;
  /** All words of the groups that were ranked again, packed; null for a group that has no cases any more. */
  readonly rankings: Map<string, Buffer | null>;
  /** In which cases words that readers found occur; null for a word that is no longer one. */
  readonly readWords: Map<string, readonly string[] | null>;
  readonly mappings: Mapping[];
  readonly removedMappings: MappingKey[];
  readonly evidence: (CaseVersion & {
    readonly codebookId: string;
    readonly word: string;
    readonly rows: readonly CodedPassage[];
  })[];
  readonly proposals: (CaseVersion & {
    readonly codebookId: string;
    /** The codes that were looked for again. */
    readonly codeIds: ReadonlySet<string>;
    readonly rows: readonly CodedPassage[];
    readonly tokens: readonly TokenCount[];
  })[];
}

/** No row at all. */
export function noRows(): DerivedRows {
  return {
    groups: new Map(),
    rankings: new Map(),
    readWords: new Map(),
    mappings: [],
    removedMappings: [],
    evidence: [],
    proposals: [],
  };
}

/** Names the tables that `saveRows` writes some rows into. */
export function tablesOf({
  groups,
  rankings,
  readWords,
  mappings,
  removedMappings,
  evidence,
  proposals,
}: DerivedRows): string[] {
  return [
    ...(groups.size > 0 ? ['keyword', 'rule_drop'] : []),
    ...(rankings.size > 0 ? ['ranking'] : []),
    ...(readWords.size > 0 ? ['read_word'] : []),
    ...(mappings.length + removedMappings.length > 0 ? ['mapping'] : []),
    ...(evidence.length + proposals.length > 0 ? ['assignment'] : []),
    ...(proposals.length > 0 ? ['token_count', 'reference_count'] : []),
  ];
}

/** Writes derived rows, each in the place of what it was before. */
export function saveRows(store: Store, rows: DerivedRows): void {
  for (const [group, { before, keywords, newDrops, oldDrops }] of rows.groups) {
    changeKeywords(store, group, before, keywords);
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
  for (const { codebookId, word, rows: evidence, ...version } of rows.evidence) {
    replaceKeywordEvidence(store, codebookId, version, word, evidence);
  }
  for (const { codebookId, codeIds, rows: proposals, tokens, ...version } of rows.proposals) {
    replaceProposals(store, codebookId, version, codeIds, proposals);
    replaceTokenCountsOfCase(store, codebookId, version.caseId, codeIds, tokens);
  }
}
