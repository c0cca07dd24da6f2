import type { NewDecision } from '../store/decision-log.js';
import type { Context } from './context.js';

/** What is decided, by whom and why. */
type Said = Pick<NewDecision, 'id' | 'kind' | 'target' | 'after' | 'coder' | 'reason'>;

/** A decision made now, one by one and unprompted, as a statement of its own. */
export function newDecision({ now }: Pick<Context, 'now'>, said: Said): NewDecision {
  return {
    ...said,
    statement: said.id,
    time: now().toISOString(),
    suggestionShown: false,
    isBulk: false,
  };
}
