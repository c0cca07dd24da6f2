import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { SettledChange } from './settle-questions.js';

/** The keywords by group whose mappings and evidence may be others, whatever the codebook; groups may repeat none. */
export interface AffectedWords {
  readonly ofGroup: Map<string, Set<string>>;
  /** Words whose mapping in all groups that keep them may be another. */
  readonly everywhere: Set<string>;
}

/** Begins with the words about which verdicts changed. */
export function affectedWords(changes: readonly SettledChange[]): AffectedWords {
  const affected: AffectedWords = { ofGroup: new Map(), everywhere: new Set() };
  for (const { group, word, aspect } of changes) {
    if (aspect !== 'mapping') continue;
    if (group === ALL_GROUPS) affected.everywhere.add(word);
    else addAffected(affected, group, word);
  }
  return affected;
}

/** Adds a keyword of a group. */
export function addAffected({ ofGroup }: AffectedWords, group: string, word: string): void {
  const words = ofGroup.get(group) ?? new Set();
  ofGroup.set(group, words.add(word));
}
