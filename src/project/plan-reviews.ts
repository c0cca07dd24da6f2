import type { PassageVerdict } from '../model/decisions/passage-verdict.js';
import type { PassageTarget } from '../model/decisions/target.js';
import type { CurrentCode } from './code-names.js';
import type { JudgeablePassage } from './find-passages.js';

/** What a coder is about to say of a passage. */
export interface PlannedVerdict {
  readonly kind: 'code' | 'recode' | 'uncode' | 'confirm' | 'reject';
  readonly target: PassageTarget;
  /** Null takes the coder's verdict away. */
  readonly says: PassageVerdict['says'] | null;
  readonly passage: Pick<JudgeablePassage, 'quote' | 'cleanQuote'>;
  /** The program proposes that the passage has the code. */
  readonly isProposed?: boolean;
  readonly isBulk: boolean;
  /** code: the keywords under which a team coded the passage by hand. */
  readonly keywords?: readonly string[];
}

/** What plans about passages ask of a project. */
export interface PassageState {
  /** A code as it is now. */
  readonly current: (codebookId: string, codeId: string) => CurrentCode;
  /** The target under which a coder judged a passage before, or else judges it now. */
  readonly targetOf: (place: Omit<PassageTarget, 'type'>, coder: string) => PassageTarget;
  /** What a coder said of a passage. */
  readonly said: (target: PassageTarget, coder: string) => PassageVerdict | null;
}

/**
 * Plans what a coder says of passages. Of a code that was merged it is said of the code that this became, in place of what the
 * coder said of the former; who confirms their own coding goes on having coded it.
 */
export function planReviews(
  { current, targetOf, said }: PassageState,
  says: 'confirm' | 'reject',
  passages: readonly JudgeablePassage[],
  { coder, isBulk }: Pick<PlannedVerdict, 'isBulk'> & { readonly coder: string },
): PlannedVerdict[] {
  return passages.flatMap((passage): PlannedVerdict[] => {
    const { codebookId, codeId, origins } = passage;
    const { id } = current(codebookId, codeId);
    const was = targetOf(passage, coder);
    const target = id === codeId ? was : targetOf({ ...passage, codeId: id }, coder);
    const before = said(was, coder);
    const isOwn = says === 'confirm' && before?.says === 'code';
    const isProposed = origins.some((origin) => origin !== 'person');
    const planned = { kind: says, target, says: isOwn ? 'code' : says, passage, isProposed, isBulk } as const;
    return id === codeId || before === null
      ? [planned]
      : [{ kind: 'recode', target: was, says: null, passage, isBulk }, planned];
  });
}
