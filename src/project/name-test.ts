import { listDivisions } from '../stages/screen/divisions.js';
import { type NameTest, nameTest } from '../stages/screen/recognise-names.js';
import { dictionaryEntry } from '../stages/segment/jieba.js';
import { newWordsOfPos } from '../store/generation-table.js';
import type { Store } from '../store/store.js';
import { generationsIn, type RankedGroups } from './ranked-groups.js';
import { countedTextReader, surroundingsReader } from './word-surroundings.js';

/** Tests candidates for names by the places among the new words of the generation of their group. */
export function nameTestOf(
  store: Store,
  generations: RankedGroups,
  textOf = countedTextReader(store),
): NameTest {
  const groups = new Map([...generations].map(([group, { caseIds }]) => [group, caseIds]));
  const surroundings = surroundingsReader(groups, textOf);
  const divisions = listDivisions();
  const tests = new Map(
    generationsIn(generations).map(({ number }) => {
      const found = new Set(newWordsOfPos(store, number, 'ns_new'));
      return [number, nameTest({ lookUp: dictionaryEntry, divisions, found }, surroundings)];
    }),
  );
  return (candidate, kind) => {
    const number = generations.get(candidate.group)?.generation.number ?? 0;
    return tests.get(number)?.(candidate, kind) ?? false;
  };
}
