/** The kinds of names that may say who or where somebody is. */
export const privateKinds = ['person', 'place', 'organisation', 'number'] as const;

export type PrivateKind = (typeof privateKinds)[number];

/** A string of the texts that may be a name. */
export interface NameCandidate {
  readonly name: string;
  readonly kind: PrivateKind;
  /** Whether the string may as well be common words (幸福社区), so that a person must say that it is a name. */
  readonly isDoubtful: boolean;
}

/** A name as the table shows it: how often it occurs, where first, and what may be put in its place. */
export interface FoundName extends NameCandidate {
  readonly count: number;
  readonly cases: number;
  /** How many more times its characters occur within longer words of the dictionary (王强 in 王强调). */
  readonly withinWords: number;
  readonly contexts: readonly string[];
  /** Empty for a name that nobody gave one yet. */
  readonly pseudonym: string;
  readonly alsoWithinWords: boolean;
}

/** What a person says of a name: what to put in its place, and whether to do so within longer words. */
export interface Pseudonym {
  readonly name: string;
  readonly pseudonym: string;
  readonly alsoWithinWords: boolean;
}
