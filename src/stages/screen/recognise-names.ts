import type { NamedWord } from '../../model/candidate.js';
import type { NameKind } from '../../model/screening-rules.js';
import { isCitedAuthor } from './cited-authors.js';
import { isPlace, type PlaceKnowledge, type Surroundings } from './place-names.js';

/** Whether a candidate is a name of a kind. */
export type NameTest = (candidate: NamedWord, kind: NameKind) => boolean;

/**
 * Makes a test of candidates for names of places and cited authors. `surroundingsOf` gives what stands around a word in
 * the texts of a group; it is asked only for words that may be names.
 */
export function nameTest(
  knowledge: PlaceKnowledge,
  surroundingsOf: (group: string, word: string) => readonly Surroundings[],
): NameTest {
  const known = new Map<string, boolean>();
  const test: NameTest = ({ group, word, pos }, kind) => {
    const surroundings = () => surroundingsOf(group, word);
    return kind === 'place'
      ? isPlace(word, pos, knowledge, surroundings)
      : isCitedAuthor(word, pos, knowledge.lookUp, surroundings);
  };
  return (candidate, kind) => {
    const key = `${kind}\t${candidate.group}\t${candidate.word}`;
    const result = known.get(key) ?? test(candidate, kind);
    known.set(key, result);
    return result;
  };
}
