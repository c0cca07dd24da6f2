import type { PassageVerdict } from '../model/decisions/passage-verdict.js';
import type { PassageTarget } from '../model/decisions/target.js';
import type { NewDecision } from '../store/decision-log.js';
import { readPassageVerdict } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import type { Context } from './context.js';
import { definitionHash } from './definition-hash.js';
import { frameworkInUse } from './find-code.js';
import { newDecision } from './new-decision.js';
import type { PlannedVerdict } from './plan-reviews.js';

/** What a code is called and means now. */
export interface CodeMeaning {
  readonly label: string;
  readonly hash: string;
}

/** Returns what the code of a target is called and means now. */
export type MeaningOf = (target: Pick<PassageTarget, 'codebookId' | 'codeId'>) => CodeMeaning;

/** Makes a function that knows codes as they are now; it reads each of them once. */
export function codeMeanings(store: Store): MeaningOf {
  const known = new Map<string, CodeMeaning>();
  return ({ codebookId, codeId }) => {
    const key = JSON.stringify([codebookId, codeId]);
    const meaning = known.get(key) ?? meaningNow(store, codebookId, codeId);
    known.set(key, meaning);
    return meaning;
  };
}

function meaningNow(store: Store, codebookId: string, codeId: string): CodeMeaning {
  const code = frameworkInUse(store, codebookId).codes.get(codeId);
  return { label: code?.label.zh ?? codeId, hash: definitionHash(code) };
}

/** Returns whether a coder said the same of a passage before, of the code as it is now. */
export function isSaidAlready(
  store: Store,
  coder: string,
  { target, says, isProposed, keywords }: PlannedVerdict,
  meaningOf: MeaningOf,
): boolean {
  const said = readPassageVerdict(store, target, coder);
  if (said?.says !== says || said.definitionHash !== meaningOf(target).hash) return false;
  if (keywords && keywords.join('\n') !== said.keywords?.join('\n')) return false;
  return isProposed || !said.isProposed;
}

/** The decision that leaves what a coder says of a passage in force. */
export function passageDecision(
  context: Pick<Context, 'now' | 'newId'>,
  { coder, reason }: Pick<PassageVerdict, 'coder' | 'reason'>,
  { kind, target, says, passage, isProposed, isBulk, keywords }: PlannedVerdict,
  meaningOf: MeaningOf,
): NewDecision {
  const id = context.newId();
  const { quote, cleanQuote } = passage;
  const { label, hash } = meaningOf(target);
  const after: PassageVerdict | null =
    says === null
      ? null
      : {
          says,
          label,
          quote,
          cleanQuote,
          isInVivo: says === 'code' && cleanQuote.includes(label),
          decisionId: id,
          coder,
          reason,
          definitionHash: hash,
          ...(keywords && { keywords }),
          ...(says === 'confirm' && isProposed && { isProposed }),
        };
  return {
    ...newDecision(context, { id, kind, target, after, coder, reason }),
    suggestionShown: kind === 'confirm' || kind === 'reject',
    isBulk,
  };
}
