import type { NameCandidate, PrivateKind } from '../../model/pseudonym.js';
import type { DictionaryLookup } from '../../model/token.js';
import { calledForm } from './find-persons.js';
import { ORGANISATION_KIND, PLACE_KIND } from './find-places.js';

const LETTERS = 26;

/** What stands behind the letters of a name that says nothing else. */
const PLAIN: Readonly<Record<PrivateKind, string>> = {
  person: '某',
  place: '地',
  organisation: '机构',
  number: '号',
};

/**
 * Proposes a pseudonym for each name in order: letters for what is told apart, and what it is behind them (A某, B书记, 老C,
 * A村, A合作社, 号码A), which a reader may know. What is doubtful gets none; none occurs in a text already or contains one of the names.
 */
export function proposePseudonyms(
  candidates: readonly NameCandidate[],
  lookUp: DictionaryLookup,
  isTaken: (pseudonym: string) => boolean,
): Map<string, string> {
  const next: Record<PrivateKind, number> = { person: 0, place: 0, organisation: 0, number: 0 };
  const given = new Set<string>();
  const proposed = new Map<string, string>();
  const containsName = (string: string) => candidates.some(({ name }) => string.includes(name));
  for (const candidate of candidates) {
    if (candidate.isDoubtful) continue;
    const usual = formOf(candidate, lookUp);
    const form = containsName(usual('')) ? (letters: string) => letters + PLAIN[candidate.kind] : usual;
    let pseudonym: string;
    do {
      pseudonym = form(lettersOf(next[candidate.kind]));
      next[candidate.kind] += 1;
    } while (given.has(pseudonym) || isTaken(pseudonym) || containsName(pseudonym));
    given.add(pseudonym);
    proposed.set(candidate.name, pseudonym);
  }
  return proposed;
}

/** A, B, …, Z, AA, AB, … */
function lettersOf(number: number): string {
  const last = String.fromCharCode(65 + (number % LETTERS));
  return number < LETTERS ? last : lettersOf(Math.floor(number / LETTERS) - 1) + last;
}

function formOf({ name, kind }: NameCandidate, lookUp: DictionaryLookup): (letters: string) => string {
  if (kind === 'number') return (letters) => `号码${letters}`;
  if (kind === 'person') return calledForm(name, lookUp);
  const [ending = PLAIN[kind]] = (kind === 'place' ? PLACE_KIND : ORGANISATION_KIND).exec(name) ?? [];
  return (letters) => letters + ending;
}
