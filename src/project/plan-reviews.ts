import type { PassageVerdict } from '../model/decisions/passage-verdict.js';
import type { PassageTarget } from '../model/decisions/target.js';
import { readPassageVerdict, targetAtPlace } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import { codeFollower } from './code-names.js';
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
}

/**
 * Plans what a coder says of passages. Of a code that was merged it is said of the code that this became, in place of what the
 * coder said of the former; who confirms their own coding goes on having coded it.
 */
export function planReviews(
  store: Store,
  says: 'confirm' | 'reject',
  passages: readonly JudgeablePassage[],
  { coder, isBulk }: Pick<PlannedVerdict, 'isBulk'> & { readonly coder: string },
): PlannedVerdict[] {
  const current = codeFollower(store);
  return passages.flatMap((passage): PlannedVerdict[] => {
    const { codebookId, codeId, origins } = passage;
    const { id } = current(codebookId, codeId);
    const was = targetOf(store, passage, coder);
    const target = id === codeId ? was : targetOf(store, { ...passage, codeId: id }, coder);
    const said = readPassageVerdict(store, was, coder);
    const isOwn = says === 'confirm' && said?.says === 'code';
    const isProposed = origins.some((origin) => origin !== 'person');
    const planned = { kind: says, target, says: isOwn ? 'code' : says, passage, isProposed, isBulk } as const;
    return id === codeId || said === null
      ? [planned]
      : [{ kind: 'recode', target: was, says: null, passage, isBulk }, planned];
  });
}

/** The target under which a coder judged a passage before, or else judges it now. */
export function targetOf(store: Store, place: Omit<PassageTarget, 'type'>, coder: string): PassageTarget {
  const { codebookId, codeId, polarity, caseId, version, start, end } = place;
  const target = { type: 'passage', codebookId, codeId, polarity, caseId, version, start, end } as const;
  return targetAtPlace(store, target, coder) ?? target;
}
