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
  return ({ group, word, pos }, kind) => {
    // What is told without the surroundings holds in every group.
    const [everywhere, here] = [`${kind}\t${pos}\t${word}`, `${kind}\t${pos}\t${word}\t${group}`];
    const told = known.get(everywhere) ?? known.get(here);
    if (told !== undefined) return told;
    let isOfGroup = false;
    const surroundings = () => {
      isOfGroup = true;
      return surroundingsOf(group, word);
    };
    const result =
      kind === 'place'
        ? isPlace(word, pos, knowledge, surroundings)
        : isCitedAuthor(word, pos, knowledge.lookUp, surroundings);
    known.set(isOfGroup ? here : everywhere, result);
    return result;
  };
}
