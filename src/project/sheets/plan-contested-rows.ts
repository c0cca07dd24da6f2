import { UserError } from '../../errors.js';
import { adjudicationReasonOf } from '../../model/adjudication-word.js';
import { coderOfHiddenName, hiddenName } from '../../model/coder-letter.js';
import { type AdjudicationGrounds, givenGrounds } from '../../model/decisions/adjudication-grounds.js';
import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import { keyOf } from '../../model/decisions/target.js';
import { languageSchema } from '../../model/language.js';
import { codersInOrder } from '../../store/coder-table.js';
import { getSetting } from '../../store/setting-table.js';
import { groupBy } from '../../text/group-by.js';
import { currentJudgements } from '../find-passages.js';
import { targetOf } from '../read-passage-state.js';
import { readSettledSentences } from '../settled-sentences.js';
import { type AdjudicatedRow, requireNote } from './adjudicated-row.js';
import { planContestedSentence } from './contested-sentence.js';
import { planContestedWord } from './contested-word.js';
import type { HandedRow, HandedSheet } from './handed-sheet.js';
import { rowPlaces } from './row-places.js';
import { isOfSheet, type PlannedRows, planRows, type RowPlan, type SheetState } from './sheet-plan.js';

/** Plans whose verdict counts where coders differ, or which verdict of whoever adjudicates. */
export function planContestedRows(
  state: SheetState,
  { rows }: HandedSheet,
  attendees: readonly string[],
): PlannedRows {
  const { store, head, codebook, coder } = state;
  const order = codersInOrder(store);
  const language = languageSchema.parse(getSetting(store, 'language'));
  const nameOf = (name: string) => (head.isBlind ? hiddenName(order.indexOf(name), language) : name);
  const settled = readSettledSentences(store, codebook.id);
  const bySentence = new Map(settled.map((one) => [sentenceKey(one), one] as const));
  const sentenceOf = ({ key }: HandedRow) => {
    const { caseId = '', codes: [codeId = ''] = [], decisions = [] } = key ?? {};
    return bySentence.get(sentenceKey({ caseId, codeId, decisions }));
  };
  const ofSheet = { settled, placeOf: rowPlaces(store) };
  const coded = new Set<string>();
  const unexplained = rowsThatOverruleAll();
  const planned = planRows(rows, (row): RowPlan => {
    const { decided = '', memo = '' } = row.cells;
    const chosen = coderOf(row);
    if (!row.key || (chosen === '' && decided === '')) return {};
    if (chosen !== '' && decided !== '') throw new UserError('sheet/chosen-and-decided', {});
    if (unexplained.has(row)) requireNote('');
    const grounds = groundsOf(row, attendees);
    const adjudicated: AdjudicatedRow = { row, chosen, decided, memo, grounds, nameOf };
    if (row.key.word !== undefined) return planContestedWord(state, adjudicated);
    const { passages = [], ...rest } = planContestedSentence(state, adjudicated, sentenceOf(row), ofSheet);
    const fresh = passages.filter(({ target }) => !coded.has(keyOf(target)));
    for (const { target } of fresh) coded.add(keyOf(target));
    return { ...rest, passages: fresh };
  });
  return { ...planned, plans: [...planned.plans, { passages: takenAway() }] };

  function coderOf({ cells }: HandedRow): string {
    const written = (cells.chosen ?? '').normalize('NFC');
    return head.isBlind && written !== '' ? (coderOfHiddenName(written, order) ?? written) : written;
  }

  /** The rows of sentences in which no code of a coder is chosen, though each of them gave one, and no note says why. */
  function rowsThatOverruleAll(): Set<HandedRow> {
    const places = groupBy(
      rows.filter(({ key }) => key?.word === undefined && key?.start !== undefined),
      placeOfRow,
    );
    const overruling = [...places.values()].filter((ofPlace) => {
      const verdicts = ofPlace.map((row) => sentenceOf(row)?.verdicts ?? []);
      const all = verdicts.flat();
      const coding = new Set(all.filter(({ isCoded }) => isCoded).map((one) => one.coder));
      const isUncoded = ofPlace.every((row, at) =>
        verdicts[at]?.some((one) => one.coder === coderOf(row) && !one.isCoded),
      );
      return (
        isUncoded && all.every((one) => coding.has(one.coder)) && ofPlace.every((row) => !row.cells.memo)
      );
    });
    return new Set(overruling.flat());
  }

  /** What whoever adjudicates coded by this sheet before, and no longer has in it. */
  function takenAway(): NonNullable<RowPlan['passages']> {
    const handed = new Set(rows.map(placeOfRow));
    const isOwn = (one: PassageJudgement) =>
      one.verdict.coder === coder && one.verdict.says === 'code' && isOfSheet(one.verdict.reason, head);
    return currentJudgements(store, codebook.id)
      .filter((one) => isOwn(one) && handed.has(placeOfRow({ key: one })))
      .map((one) => ({ passage: one.verdict, target: targetOf(store, one, coder) }))
      .filter(({ target }) => !coded.has(keyOf(target)))
      .map((one) => ({ kind: 'uncode', says: null, isBulk: false, ...one }));
  }
}

const placeOfRow = ({ key }: Pick<HandedRow, 'key'>) =>
  JSON.stringify([key?.caseId, key?.version, key?.start, key?.end]);

/** Names a code in the sentence of a case by the decisions about it. */
function sentenceKey(one: {
  readonly caseId: string;
  readonly codeId: string;
  readonly decisions: readonly string[];
}): string {
  return JSON.stringify([one.caseId, one.codeId, one.decisions]);
}

function groundsOf({ cells }: HandedRow, attendees: readonly string[]): AdjudicationGrounds {
  const written = cells.why ?? '';
  const why = written === '' ? undefined : adjudicationReasonOf(written);
  if (written !== '' && why === undefined) throw new UserError('sheet/unknown-why', { written });
  return givenGrounds({ why, attendees });
}
