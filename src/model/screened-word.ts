import type { Keyword } from './keyword.js';

/** What became of a word in the groups that are looked at: by people, by the rules, or (`mixed`) here this and there that. */
export const wordStates = [
  'kept',
  'dropped',
  'folded',
  'added',
  'mixed',
  'kept-by-rule',
  'dropped-by-rule',
  'folded-by-rule',
] as const;

export type WordState = (typeof wordStates)[number];

/** The states of words that nobody decided about. */
export const undecidedStates: readonly WordState[] = ['kept-by-rule', 'dropped-by-rule', 'folded-by-rule'];

const STATE_OF: Readonly<Record<Keyword['reason'], WordState>> = {
  top: 'kept-by-rule',
  'decided-keep': 'kept',
  reading: 'added',
  'rule-drop': 'dropped-by-rule',
  'decided-drop': 'dropped',
  'rule-fold': 'folded-by-rule',
  'decided-fold': 'folded',
  'too-rare': 'dropped-by-rule',
  'not-new': 'dropped-by-rule',
  'beyond-top': 'dropped-by-rule',
};

/** The state of a word that has these outcomes; what the rules alone keep somewhere is kept. */
export function stateOf(reasons: readonly Keyword['reason'][]): WordState {
  const states = new Set(reasons.map((reason) => STATE_OF[reason]));
  if ([...states].every((state) => undecidedStates.includes(state))) {
    return undecidedStates.find((state) => states.has(state)) ?? 'dropped-by-rule';
  }
  const [only, ...others] = states;
  return only === undefined || others.length > 0 ? 'mixed' : only;
}

/** What words are sorted by: the weight and what it is made of. */
export const wordFeatures = [
  'weight',
  'frequency',
  'groups',
  'documentFrequency',
  'length',
  'cohesion',
  'freedom',
  'certainty',
  'word',
] as const;

export type WordFeature = (typeof wordFeatures)[number];

/** A word among the candidates, in one group or all of them together. */
export interface ScreenedWord {
  readonly word: string;
  readonly pos: string;
  readonly state: WordState;
  /** Why, as screening says it, each reason once; in the order of its groups. */
  readonly reasons: readonly Keyword['reason'][];
  /** What it was folded into. */
  readonly countsFor: string;
  /** Who decided, where one person did. */
  readonly coder: string | null;
  /** The greatest weight of its groups, the sum of its frequencies, and in how many groups it is a candidate. */
  readonly weight: number;
  readonly frequency: number;
  readonly groups: number;
  /** In how many cases of the corpus it is a term. */
  readonly documentFrequency: number;
  readonly length: number;
  /** Of a discovered word: how firmly its parts go together, how freely it stands in its sentence, how sure its discovery is. */
  readonly cohesion: number | null;
  readonly freedom: number | null;
  readonly certainty: number | null;
}
