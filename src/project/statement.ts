import type { Target } from '../model/decisions/target.js';
import type { Verdict } from '../model/decisions/verdict.js';

/** What people decide, as somebody states it: fold, merge, group and move take their last word as the target. */
export interface Statement {
  readonly kind: Exclude<Verdict['kind'], 'define' | 'delete' | 'relate' | 'unrelate' | 'core' | 'storyline'>;
  readonly words: readonly string[];
  readonly coder: string;
  readonly reason: string;
  readonly group?: string | undefined;
  /** fold, merge, group, move, promote: founds a code or keyword of a name that none has yet. */
  readonly isNew?: boolean | undefined;
  /** add: the case and the passage the reader found it in. */
  readonly caseId?: string | undefined;
  readonly quote?: string | undefined;
}

/** One question that a statement answers, and what it leaves in force there. */
export interface PlannedDecision
  extends Pick<Verdict, 'into' | 'caseId' | 'quote' | 'added' | 'code' | 'relation' | 'theory'> {
  readonly target: Exclude<Target, { type: 'adjudication' | 'setting' | 'passage' | 'memo' }>;
}
