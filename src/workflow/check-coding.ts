import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import type { Framework } from '../model/framework.js';
import type { ReadContext } from '../project/context.js';
import { frameworkInUse } from '../project/find-code.js';
import { currentJudgements } from '../project/find-passages.js';
import { casesHiddenFrom } from '../project/hidden-cases.js';
import { type ReturnMemo, returnsReader } from '../project/returned-passages.js';
import { type Sample, sampleRows } from '../project/sample-rows.js';
import { sentenceWindows, type Window } from '../project/sheets/sentence-window.js';
import type { Store } from '../store/store.js';
import { passageId } from '../text/passage-id.js';
import { passageReader, type ReadPassage } from './read-passages.js';

/** Whose coding is checked by whom: a sample of it, and which part of that is given. */
export interface CheckAsked extends Sample {
  readonly of: string;
  readonly coder: string;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** What became of a passage that is checked: returned ones are answered when their coder judged otherwise or wrote a memo. */
export type CheckState = 'open' | 'agreed' | 'returned' | 'answered';

/** A coded passage as it is checked. */
export interface CheckedPassage
  extends Pick<ReadPassage, 'id' | 'code' | 'path' | 'start' | 'end' | 'polarity' | 'memos'>,
    Pick<Window, 'parts' | 'paragraph' | 'sentence'> {
  readonly caseId: string;
  /** Why its coder coded it so, where that was written. */
  readonly reason: string;
  readonly state: CheckState;
  readonly returned: ReturnMemo | null;
}

/** A part of the sample, and what became of all of it. */
export interface CheckedCoding {
  /** How many passages the coder coded or confirmed, and how many of them were drawn. */
  readonly coded: number;
  readonly drawn: number;
  readonly counts: Readonly<Record<CheckState, number>>;
  readonly rows: readonly CheckedPassage[];
}

const LIMIT = 20;

/**
 * Draws passages that a coder coded or confirmed, always the same ones for a seed, with what whoever checks said of each: agreed
 * is what they confirmed or coded so, too. Cases that they began to code themselves and are not done with are left out.
 * @throws UserError sheet/bad-sample, tables/not-coded
 */
export function checkCoding({ store }: ReadContext, asked: CheckAsked): CheckedCoding {
  const { of, coder, offset = 0, limit = LIMIT } = asked;
  const framework = frameworkInUse(store);
  const judgements = currentJudgements(store, framework.codebook.id).filter(isCoding);
  const hidden = of === coder ? new Set() : new Set(casesHiddenFrom(store, coder));
  const coded = judgements.filter(({ verdict, caseId }) => verdict.coder === of && !hidden.has(caseId));
  const drawn = sampleRows(
    coded,
    ({ caseId, version, start, end, codeId }) => [caseId, version, start, end, codeId],
    asked,
  );
  const agreed = new Set(judgements.filter(({ verdict }) => verdict.coder === coder).map(passageId));
  const returnOf = returnsReader(store);
  const checked = drawn.map((judgement) => {
    const returned = returnOf(judgement);
    return { judgement, returned, state: stateOf(agreed.has(passageId(judgement)), returned) };
  });
  const counts = { open: 0, agreed: 0, returned: 0, answered: 0 };
  for (const { state } of checked) counts[state] += 1;
  return {
    coded: coded.length,
    drawn: drawn.length,
    counts,
    rows: readChecked(store, framework, coder, checked.slice(offset, offset + limit)),
  };
}

/**
 * Lists what others returned to a coder and is not answered, in the order of cases and places.
 * @throws UserError tables/not-coded
 */
export function listReturned(
  { store }: ReadContext,
  { coder }: { readonly coder: string },
): CheckedPassage[] {
  const framework = frameworkInUse(store);
  const returnOf = returnsReader(store);
  const open = currentJudgements(store, framework.codebook.id).flatMap((judgement) => {
    const returned = judgement.verdict.coder === coder ? returnOf(judgement) : null;
    return returned && !returned.isAnswered ? { judgement, returned, state: 'returned' as const } : [];
  });
  return readChecked(store, framework, coder, open);
}

const isCoding = ({ verdict }: PassageJudgement) => verdict.says !== 'reject';

/** What was returned is not agreed, whoever coded it so, too. */
function stateOf(isAgreed: boolean, returned: ReturnMemo | null): CheckState {
  if (returned && !returned.isAnswered) return 'returned';
  if (isAgreed) return 'agreed';
  return returned ? 'answered' : 'open';
}

function readChecked(
  store: Store,
  framework: Framework,
  coder: string,
  checked: readonly (Pick<CheckedPassage, 'state' | 'returned'> & { readonly judgement: PassageJudgement })[],
): CheckedPassage[] {
  const read = passageReader(store, { framework, coder });
  const windowOf = sentenceWindows(store);
  return checked.flatMap(({ judgement, ...about }): CheckedPassage[] => {
    const [passage] = read([], [judgement], true);
    if (!passage) return [];
    const { id, code, path, start, end, polarity, memos } = passage;
    const { parts, paragraph, sentence } = windowOf(judgement);
    const { caseId, verdict } = judgement;
    return [
      {
        ...{ id, code, path, start, end, polarity, memos, parts, paragraph, sentence },
        caseId,
        reason: verdict.reason,
        ...about,
      },
    ];
  });
}
