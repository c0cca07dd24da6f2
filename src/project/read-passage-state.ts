import type { PassageTarget } from '../model/decisions/target.js';
import { readPassageVerdict, targetAtPlace } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import { codeFollower } from './code-names.js';
import type { PassageState } from './plan-reviews.js';

/** Reads what plans about passages ask of a project, as far as they ask. */
export function readPassageState(store: Store): PassageState {
  return {
    current: codeFollower(store),
    targetOf: (place, coder) => targetOf(store, place, coder),
    said: (target, coder) => readPassageVerdict(store, target, coder),
  };
}

/** The target under which a coder judged a passage before, or else judges it now. */
export function targetOf(store: Store, place: Omit<PassageTarget, 'type'>, coder: string): PassageTarget {
  const { codebookId, codeId, polarity, caseId, version, start, end } = place;
  const target = { type: 'passage', codebookId, codeId, polarity, caseId, version, start, end } as const;
  return targetAtPlace(store, target, coder) ?? target;
}
