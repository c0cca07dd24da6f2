import type { NameCandidate } from '../../model/pseudonym.js';
import { findNumbers } from './find-numbers.js';
import { findPersons, givenNames } from './find-persons.js';
import { findOrganisations, findPlaced, findPlaces } from './find-places.js';
import type { NameKnowledge, TaggedWord } from './tagged-word.js';

/**
 * Finds the strings of one line that may be names: by the tags of the segmenter, and by how names are made (a surname with a
 * title, a stem with what a place is). It finds rather too many: a person decides.
 */
export function findNames(
  line: string,
  words: readonly TaggedWord[],
  knowledge: NameKnowledge,
): NameCandidate[] {
  return [
    ...findNumbers(line),
    ...findPersons(line, words, knowledge),
    ...findPlaced(line, knowledge),
    ...findPlaces(words, knowledge),
    ...findOrganisations(words, knowledge),
  ];
}

/** Joins what several lines gave: a string that is a sure name anywhere is one; the kind is the one given first. */
export function joinCandidates(found: Iterable<NameCandidate>): NameCandidate[] {
  const names = new Map<string, NameCandidate>();
  for (const one of found) {
    const known = names.get(one.name);
    if (!known || (known.isDoubtful && !one.isDoubtful)) names.set(one.name, one);
  }
  return [...names.values()];
}

/** The names of a whole project with the given names of persons, by which they may be called elsewhere. */
export function withGivenNames(names: readonly NameCandidate[], knowledge: NameKnowledge): NameCandidate[] {
  return joinCandidates([...names, ...givenNames(names, knowledge)]);
}
