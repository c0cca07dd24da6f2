import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { readCountedString } from '../store/counted-text.js';
import { wordsOfReading } from '../store/keyword-table.js';
import { packWords } from '../store/ranking-table.js';
import { casesOfReadWord, isReadIn } from '../store/read-word-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import { containsWord } from '../text/word-bounds.js';
import type { CaseMove } from './affected-cases.js';
import type { DerivedRows } from './derived-rows.js';
import type { ProjectView } from './project-view.js';
import { rankEachGroup } from './rank-candidates.js';

/**
 * Ranks the groups again that cases came into, went out of, or count in by other text, each with the statistics of its
 * generation; the view has its new ground already. Returns these groups, those without cases included.
 */
export function* rankAgain(
  { store, generations }: ProjectView,
  moves: readonly CaseMove[],
  rows: DerivedRows,
): Generator<void, Set<string>> {
  const groups = new Set(moves.flatMap(({ from, to }) => [from, to].filter((group) => group !== null)));
  for (const group of groups) if (!generations.has(group)) rows.rankings.set(group, null);
  // Most decisions move no case, and what ranks reads which terms each case has.
  if (groups.size === 0) return groups;
  const left = new Map([...generations].filter(([group]) => groups.has(group)));
  for (const [group, ranked] of rankEachGroup(store, left)) {
    rows.rankings.set(group, packWords(store, ranked));
    yield;
  }
  return groups;
}

/** Finds out which of the words that readers found occur in cases that came, went, or count by other text. */
export function findMovedWords(
  { store, verdicts }: ProjectView,
  moves: readonly CaseMove[],
  { readWords }: DerivedRows,
): void {
  const others = moves.filter(({ to, isReread }) => to === null || isReread);
  if (others.length === 0) return;
  const all = new Set([...wordsOfReading(store), ...verdicts.found(ALL_GROUPS)]);
  const words = [...all].filter((word) => !readWords.has(word));
  const changed = new Map<string, Set<string>>();
  for (const { caseId, version, to } of others) {
    const text = words.length === 0 || to === null ? '' : readCountedString(store, caseId, version);
    for (const word of words) {
      const occurs = containsWord(text, word);
      if (occurs === isReadIn(store, word, caseId)) continue;
      const cases = changed.get(word) ?? new Set(casesOfReadWord(store, word));
      changed.set(word, cases);
      if (occurs) cases.add(caseId);
      else cases.delete(caseId);
    }
  }
  for (const [word, cases] of changed) readWords.set(word, [...cases].sort(compareByCodePoint));
}
