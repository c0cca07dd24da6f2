import type { Decision } from '../../model/decisions/decision.js';
import type { ReadContext } from '../../project/context.js';
import { lastStandingStatements } from '../../store/undo-log.js';

/** A statement about keywords that still stands. */
export interface ScreeningStatement {
  /** Its id, by which it can be taken back. */
  readonly id: string;
  readonly kind: Decision['kind'];
  readonly group: string;
  /** The first of its words, and how many there are. */
  readonly words: readonly string[];
  readonly count: number;
  readonly into: string | null;
  readonly reason: string;
}

/** So many words of a statement are named. */
const NAMED = 3;

/** The last statements of a coder about keywords that still stand, the latest first. */
export function lastScreeningStatements(
  { store }: ReadContext,
  coder: string,
  most: number,
): ScreeningStatement[] {
  return lastStandingStatements(store, coder, 'keyword', most).map((decisions) => {
    const [{ statement, kind, target, after, reason }] = decisions;
    return {
      id: statement,
      kind,
      group: 'group' in target ? target.group : '',
      words: decisions.slice(0, NAMED).map((one) => ('word' in one.target ? one.target.word : '')),
      count: decisions.length,
      into: after !== null && 'into' in after ? (after.into ?? null) : null,
      reason,
    };
  });
}
