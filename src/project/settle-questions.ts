import type { SettledVerdict } from '../model/decisions/judgement.js';
import type { DecidedWord, Verdict } from '../model/decisions/verdict.js';
import { settleWord } from '../stages/settle/settle-word.js';
import { type Question, readAdjudications, readJudgements } from '../store/judgement-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { putVerdict, verdictsOnWord } from '../store/verdict-table.js';

/** A verdict in force for all that became another. */
export interface SettledChange extends Pick<DecidedWord, 'group' | 'word' | 'aspect'> {
  readonly before: Verdict | null;
  readonly after: Verdict | null;
}

/** The words that changed verdicts are about, and those that they name. */
export function wordsNamed(changes: readonly SettledChange[]): Set<string> {
  return new Set(
    changes.flatMap(({ word, before, after }) =>
      [word, before?.into, after?.into].filter((one) => one !== undefined),
    ),
  );
}

/** Settles questions again, after judgements or adjudications changed, and returns which verdicts in force became others. */
export function settleQuestions(store: Store, questions: readonly Question[]): SettledChange[] {
  const leadCoder = getSetting(store, 'lead-coder');
  return questions.flatMap((question) => {
    const before = new Map(verdictsOnWord(store, question).map((one) => [one.group, one]));
    const after = new Map(
      settleWord({
        judgements: readJudgements(store, question),
        adjudicated: readAdjudications(store, question),
        leadCoder,
      }).map((one) => [one.group, one]),
    );
    const groups = [...new Set([...before.keys(), ...after.keys()])];
    return groups.flatMap((group): SettledChange[] => {
      const [was, now] = [before.get(group), after.get(group)];
      if (isSame(was, now)) return [];
      const key = { ...question, group };
      putVerdict(store, key, now?.verdict ?? null, now?.isContested);
      return [{ ...key, before: was?.verdict ?? null, after: now?.verdict ?? null }];
    });
  });
}

function isSame(one: SettledVerdict | undefined, other: SettledVerdict | undefined): boolean {
  return (
    JSON.stringify([one?.verdict, one?.isContested]) === JSON.stringify([other?.verdict, other?.isContested])
  );
}
