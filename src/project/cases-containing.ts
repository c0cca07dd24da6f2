import { readCountedString } from '../store/counted-text.js';
import { containsWord } from '../text/word-bounds.js';
import type { ProjectView } from './project-view.js';

/** Finds the cases whose counted text contains each of some words; yields after each text that it reads. */
export function* findCasesContaining(
  { store, versions }: Pick<ProjectView, 'store' | 'versions'>,
  words: ReadonlySet<string>,
): Generator<void, Map<string, string[]>> {
  const found = new Map<string, string[]>(Array.from(words, (word) => [word, []]));
  if (words.size === 0) return found;
  for (const [caseId, version] of versions) {
    const text = readCountedString(store, caseId, version);
    for (const [word, caseIds] of found) if (containsWord(text, word)) caseIds.push(caseId);
    yield;
  }
  return found;
}
