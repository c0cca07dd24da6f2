import type { Decision, State } from './decision.js';
import type { PassageVerdict } from './passage-verdict.js';
import type { Verdict } from './verdict.js';

/** Returns the verdict that a state is or that an adjudication chose; null for any other state. */
export function verdictOf(state: State | null): Verdict | null {
  if (state === null || 'value' in state || 'says' in state) return null;
  return 'settles' in state ? state.verdict : state;
}

/** Returns the verb of what is in force; undefined for a setting. */
export function verbOf(
  state: State | null,
): Verdict['kind'] | PassageVerdict['says'] | 'adjudicate' | undefined {
  if (state !== null && 'settles' in state) return 'adjudicate';
  return state !== null && 'says' in state ? state.says : verdictOf(state)?.kind;
}

/**
 * Returns what a decision leads to as people name it: the target of a verdict, the passage, or the value of a setting; empty
 * for none.
 */
export function objectOf(state: State | null): string {
  if (state !== null && 'says' in state) return state.cleanQuote;
  return state !== null && 'value' in state ? state.value : (verdictOf(state)?.into ?? '');
}

/** Returns what a decision is about as people name it: the word, or the name of the code or level. */
export function subjectOf({ target, before, after }: Pick<Decision, 'target' | 'before' | 'after'>): string {
  const about = target.type === 'adjudication' ? target.of : target;
  if ('word' in about) return about.word;
  if ('name' in about) return about.name;
  if (about.type === 'passage') {
    const state = after ?? before;
    return `${about.caseId} ${state !== null && 'says' in state ? state.label : about.codeId}`;
  }
  return verdictOf(after ?? before)?.code?.name ?? ('codeId' in about ? about.codeId : about.levelId);
}
