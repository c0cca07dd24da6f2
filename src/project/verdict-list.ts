import type { DecidedWord } from '../model/decisions/verdict.js';
import { partitionPoint } from '../text/partition-point.js';
import { compareQuestions, type Question } from './verdict-question.js';

/** Verdicts in code point order of group, word and aspect, read when they are first asked for. */
export interface VerdictList {
  readonly all: () => readonly DecidedWord[];
  /** Puts a verdict where it belongs, or takes it away. */
  readonly put: (question: Question, verdict: DecidedWord | null) => void;
}

/** Makes a list of what `read` returns. */
export function lazyVerdicts(read: () => DecidedWord[]): VerdictList {
  let list: DecidedWord[] | undefined;
  const known = () => {
    list ??= read();
    return list;
  };
  return {
    all: known,
    put(question, verdict) {
      const all = known();
      const compareAt = (place: number) => compareQuestions(all[place] as DecidedWord, question);
      const at = partitionPoint(all.length, (place) => compareAt(place) < 0);
      const isThere = at < all.length && compareAt(at) === 0;
      all.splice(at, isThere ? 1 : 0, ...(verdict ? [verdict] : []));
    },
  };
}
