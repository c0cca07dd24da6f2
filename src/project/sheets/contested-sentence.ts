import { UserError } from '../../errors.js';
import type { SentenceAdjudication } from '../../model/decisions/sentence-adjudication.js';
import type { SettledSentence } from '../../stages/settle/settle-sentences.js';
import { readState } from '../../store/target-state.js';
import { targetOf } from '../read-passage-state.js';
import { type AdjudicatedRow, requireNote, requireOwnAdjudication } from './adjudicated-row.js';
import type { RowPlace } from './row-places.js';
import { type PlannedAdjudication, type RowPlan, type SheetState, sheetReason } from './sheet-plan.js';

/** What a row about a sentence needs to know of the others. */
export interface SentencesOfSheet {
  readonly settled: readonly SettledSentence[];
  readonly placeOf: (row: AdjudicatedRow['row']) => RowPlace;
}

/**
 * Plans whose verdict counts on a sentence and code. Where it is decided otherwise, the code does not count there, and
 * whoever adjudicates codes the sentence.
 */
export function planContestedSentence(
  state: SheetState,
  { row, chosen, decided, memo, grounds, nameOf }: AdjudicatedRow,
  found: SettledSentence | undefined,
  { settled, placeOf }: SentencesOfSheet,
): RowPlan {
  const { store, codebook, codes, coder, head } = state;
  const word = row.cells.wordOrCode || (found?.codeId ?? '');
  if (!found) throw new UserError('decide/not-contested', { word });
  const { codeId, caseId, decisions, verdicts } = found;
  const named = codes.read(decided);
  const given = settled.find((one) => isOfSame(one, found) && named.includes(one.codeId) && isGiven(one));
  if (given) throw new UserError('sheet/decided-as-given', { code: codes.labelOf(given.codeId) });
  if (decided !== '') requireNote(memo);
  const whose = decided === '' ? chosen : (verdicts.find(({ isCoded }) => !isCoded)?.coder ?? '');
  if (!verdicts.some((one) => one.coder === whose)) {
    const coders = verdicts.map((one) => nameOf(one.coder)).join(', ');
    throw new UserError('decide/no-verdict-of', { coder: whose, word, coders });
  }
  const target = { type: 'sentence', codebookId: codebook.id, codeId, caseId, settles: decisions } as const;
  const label = codes.labelOf(codeId);
  const after: PlannedAdjudication['after'] = ({ reason }) => ({
    verdictOf: whose,
    label,
    coder,
    reason,
    ...grounds,
  });
  const before = readState(store, target, coder) as SentenceAdjudication | null;
  const isSaid =
    JSON.stringify(before) === JSON.stringify(after({ id: '', reason: sheetReason(memo, head) }));
  const isSame = isSaid || (before?.verdictOf === whose && decided === '' && !isOwn(before));
  if (!found.isContested && !isSame) requireOwnAdjudication(state, target, word);
  const place = named.length > 0 ? placeOf(row) : null;
  const own = place ? named.map((id) => ({ codeId: id, ...place })) : [];
  return {
    adjudications: isSame ? [] : [{ target, after, memo }],
    passages: own.map((one) => {
      const at = { codebookId: codebook.id, polarity: 'supports', ...one } as const;
      return { kind: 'code', target: targetOf(store, at, coder), says: 'code', passage: one, isBulk: false };
    }),
    ownSentences: own,
  };

  /** Whether one of the coders gave the code, so that theirs is to be chosen. */
  function isGiven(one: SettledSentence): boolean {
    return one.verdicts.some((verdict) => verdict.coder !== coder && verdict.isCoded);
  }

  function isOwn({ reason }: SentenceAdjudication): boolean {
    return reason.endsWith(sheetReason('', head));
  }
}

const isOfSame = (one: SettledSentence, { caseId, start, end }: SettledSentence) =>
  one.caseId === caseId && one.start === start && one.end === end;
