import { UserError } from '../errors.js';
import { ALL_GROUPS } from '../model/decision.js';
import { currentVersions } from '../store/case-table.js';
import { readKeywords } from '../store/keyword-table.js';
import { readMappings } from '../store/mapping-table.js';
import type { Store } from '../store/store.js';
import { isTerm } from '../store/term-table.js';
import { nearest } from '../text/nearest.js';
import { appliedCodebook } from './applied-codebook.js';

/**
 * Asks that words are keywords of a group or terms of any case.
 * @throws UserError screen/unknown-word
 */
export function requireKnown(store: Store, words: readonly string[], group: string): void {
  const screened = readKeywords(store).filter((keyword) => group === ALL_GROUPS || keyword.group === group);
  const known = new Set(screened.flatMap((keyword) => [keyword.word, keyword.countsFor]));
  const word = words.find((one) => !known.has(one) && !isTerm(store, one));
  if (word === undefined) return;
  throw new UserError('screen/unknown-word', { word, group, near: nearest(word, [...known], 5).join(', ') });
}

/** Only a keyword that counts for another core keyword than itself can be split from it. */
export function requireMerged(store: Store, word: string, group: string): void {
  const codebookId = appliedCodebook(store)?.framework.codebook.id ?? '';
  const isMerged = readMappings(store, codebookId).some(
    (mapping) =>
      mapping.word === word &&
      (group === ALL_GROUPS || mapping.group === group) &&
      (mapping.codeId !== null || ![null, word].includes(mapping.coreKeyword)),
  );
  if (!isMerged) throw new UserError('screen/nothing-to-split', { word });
}

/** The error that a case is not in the project. */
export function unknownCase(store: Store, id: string): UserError {
  const ids = currentVersions(store).map(({ caseId }) => caseId);
  return new UserError('cases/unknown-case', { id, near: nearest(id, ids, 5).join(', ') });
}
