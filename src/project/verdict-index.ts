import type { Aspect, DecidedWord, Verdict } from '../model/decisions/verdict.js';
import { compareByCodePoint } from '../text/code-points.js';
import { partitionPoint } from '../text/partition-point.js';
import type { SettledChange } from './settle-questions.js';

type Question = Pick<DecidedWord, 'group' | 'word' | 'aspect'>;

/** The verdicts in force, found by what they are about; kept up to date by `change`. */
export interface VerdictIndex {
  /** All of them, in code point order of group, word and aspect. */
  readonly all: readonly DecidedWord[];
  readonly find: (group: string, word: string, aspect: Aspect) => DecidedWord | undefined;
  /** Whether a verdict for a group (by its own name) is about a word or has it as its target. */
  readonly mentions: (group: string, word: string) => boolean;
  /** The words that readers found in a group, or in all of them. */
  readonly found: (group: string) => Iterable<string>;
  /** Those that quote a passage, in the order of all. */
  readonly quoting: () => DecidedWord[];
  readonly change: (change: SettledChange) => void;
}

/** Whether a reader found the word, whatever was decided about it since. */
export const wasFound = (verdict: Verdict | null | undefined): boolean =>
  verdict?.kind === 'add' || verdict?.added === true;

/** Names what a verdict is about in one string. */
export const keyOfQuestion = ({ group, word, aspect }: Question) => `${aspect}\t${group}\t${word}`;

/** The order of verdicts. */
export const compareQuestions = (one: Question, other: Question) =>
  compareByCodePoint(one.group, other.group) ||
  compareByCodePoint(one.word, other.word) ||
  compareByCodePoint(one.aspect, other.aspect);

/** Makes verdicts, given in code point order of group, word and aspect, ready to be looked up. */
export function indexVerdicts(inOrder: readonly DecidedWord[]): VerdictIndex {
  const all = [...inOrder];
  const byKey = new Map(all.map((one) => [keyOfQuestion(one), one]));
  const mentioned = new Map<string, Map<string, number>>();
  const found = new Map<string, Set<string>>();
  const quoting = new Map(
    all.flatMap((one) => (one.verdict.quote ? [[keyOfQuestion(one), one] as const] : [])),
  );
  const count = ({ group, word, verdict: { into } }: DecidedWord, step: 1 | -1) => {
    const ofGroup = mentioned.get(group) ?? new Map<string, number>();
    mentioned.set(group, ofGroup);
    for (const one of into === undefined ? [word] : [word, into]) {
      ofGroup.set(one, (ofGroup.get(one) ?? 0) + step);
    }
  };
  const noteFound = ({ group, word, aspect }: Question, verdict: Verdict | null) => {
    if (aspect !== 'screening') return;
    const ofGroup = found.get(group) ?? new Set<string>();
    found.set(group, ofGroup);
    if (wasFound(verdict)) ofGroup.add(word);
    else ofGroup.delete(word);
  };
  for (const one of all) {
    count(one, 1);
    noteFound(one, one.verdict);
  }
  return {
    all,
    find: (group, word, aspect) => byKey.get(keyOfQuestion({ group, word, aspect })),
    mentions: (group, word) => (mentioned.get(group)?.get(word) ?? 0) > 0,
    found: (group) => found.get(group) ?? [],
    quoting: () => [...quoting.values()].sort(compareQuestions),
    change({ after, before: _, ...question }) {
      const key = keyOfQuestion(question);
      const was = byKey.get(key);
      const at = partitionPoint(
        all.length,
        (place) => compareQuestions(all[place] as DecidedWord, question) < 0,
      );
      if (was) count(was, -1);
      if (after) {
        const now = { ...question, verdict: after };
        all.splice(at, was ? 1 : 0, now);
        byKey.set(key, now);
        if (after.quote) quoting.set(key, now);
        else quoting.delete(key);
        count(now, 1);
      } else if (was) {
        all.splice(at, 1);
        byKey.delete(key);
        quoting.delete(key);
      }
      noteFound(question, after);
    },
  };
}
