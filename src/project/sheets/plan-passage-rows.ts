import { UserError } from '../../errors.js';
import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import { verdictOfWord } from '../../model/sheet-verdict.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { once } from '../../text/once.js';
import { passageId } from '../../text/passage-id.js';
import { codeFollower } from '../code-names.js';
import { currentJudgements, currentPassages, type JudgeablePassage } from '../find-passages.js';
import { type PlannedVerdict, planReviews } from '../plan-reviews.js';
import { readPassageState, targetOf } from '../read-passage-state.js';
import type { HandedRow, HandedSheet } from './handed-sheet.js';
import { type RowPlace, rowPlaces } from './row-places.js';
import {
  isOfSheet,
  type PlannedRows,
  planRows,
  type RowPlan,
  requireUnchanged,
  type SheetState,
} from './sheet-plan.js';

/** The codes that the rows about one place give it. */
interface Wanted {
  readonly place: RowPlace;
  readonly codes: Set<string>;
}

/**
 * Plans what rows about passages and sentences say. A cell that is left blank says nothing; a code that the coder gave a
 * place by this sheet before is taken away when it is no longer in it.
 */
export function planPassageRows(state: SheetState, { rows }: HandedSheet): PlannedRows {
  const { store, head, coder, codebook, codes } = state;
  const placeOf = rowPlaces(store);
  const readState = once(() => readPassageState(store));
  const follow = codeFollower(store);
  const own = ownByPlace(state);
  const coded = once(() => new Map(currentPassages(store, codebook.id).map((one) => [passageId(one), one])));
  const wasHandedIn = [...own.values()].flat().some(({ verdict }) => isOfSheet(verdict.reason, head));
  const wanted = new Map<string, Wanted>();
  // Texts are opened one after the other, however the rows are sorted.
  const byCase = [...rows].sort((one, other) => compareByCodePoint(caseOf(one), caseOf(other)));
  const planned = planRows(byCase, planRow);
  return { ...planned, plans: [...planned.plans, { passages: [...wanted.values()].flatMap(superseded) }] };

  function planRow(row: HandedRow): RowPlan {
    const { cells, key } = row;
    const named = [cells.code, cells.code2, cells.code3].flatMap((cell) => codes.read(cell ?? ''));
    const shown = (key?.codes ?? []).map((id) => ({ id, now: follow(codebook.id, id).id }));
    const isQuiet = !cells.verdict && !cells.memo && named.every((id) => shown.some(({ now }) => now === id));
    // Whoever says nothing is asked nothing, unless the sheet said something before that is to go now.
    if (isQuiet && !(key && wasHandedIn)) return {};
    const place = placeOf(row);
    const here = wanted.get(keyOf(place)) ?? { place, codes: new Set<string>() };
    wanted.set(keyOf(place), here);
    for (const id of named) here.codes.add(id);
    const isReview = !head.isBlind && (head.what === 'passages' || head.what === 'revisit');
    const [reviewed] = isReview ? shown : [];
    const passages = reviewed ? review(row, place, reviewed, named) : give(place, named, shown);
    const first = named[0] ?? shown[0]?.now;
    return { passages, memo: memoOf(row, place, first) };
  }

  /** A row that shows one code: it is confirmed, rejected, or another takes its place. */
  function review(
    row: HandedRow,
    place: RowPlace,
    shown: { id: string; now: string },
    named: readonly string[],
  ) {
    const written = row.cells.verdict ?? '';
    const says = written === '' ? undefined : verdictOfWord(written);
    if (written !== '' && says !== 'confirm' && says !== 'reject') {
      throw new UserError('sheet/unknown-verdict', { written, allowed: ['confirm', 'reject'] });
    }
    const isReplaced = named.length > 0 && !named.includes(shown.now);
    if (isReplaced && says === 'confirm') throw new UserError('sheet/confirmed-and-changed', {});
    const passage = judgeable(place, shown.id);
    const said = own.get(keyOf(place))?.find(({ codeId }) => codeId === shown.id);
    const others = give(
      place,
      named.filter((id) => id !== shown.now),
      [],
    );
    const verdict = isReplaced ? 'reject' : says;
    if (verdict === undefined) return others;
    if (isReplaced && said?.verdict.says === 'code') {
      requireUnchanged(state, row, said.verdict);
      const taken = {
        kind: 'recode',
        target: targetOf(store, passage, coder),
        says: null,
        passage,
        isBulk: false,
      } as const;
      return [taken, ...others];
    }
    // What the coder said already is said again only where something changed since.
    if (said?.verdict.says === verdict && head.what !== 'revisit') return others;
    if (said?.verdict.says !== verdict) requireUnchanged(state, row, said?.verdict);
    return [
      ...planReviews(readState(), verdict as 'confirm' | 'reject', [passage], { coder, isBulk: false }),
      ...others,
    ];
  }

  /** Codes that the coder gives a place; those the row showed and no longer has are taken away. */
  function give(
    place: RowPlace,
    named: readonly string[],
    shown: readonly { readonly now: string }[],
  ): PlannedVerdict[] {
    const mine = (own.get(keyOf(place)) ?? []).filter(({ verdict }) => verdict.says === 'code');
    const has = new Set(mine.map(({ codeId }) => codeId));
    const gone =
      named.length === 0
        ? []
        : mine.filter(({ codeId }) => shown.some(({ now }) => now === codeId) && !named.includes(codeId));
    return [
      ...named.filter((id) => !has.has(id)).map((id) => verdictOn(place, id, 'code')),
      ...gone.map(({ codeId }) => verdictOn(place, codeId, null)),
    ];
  }

  function superseded({ place, codes: kept }: Wanted): PlannedVerdict[] {
    return (own.get(keyOf(place)) ?? [])
      .filter(
        ({ codeId, verdict }) =>
          verdict.says === 'code' && isOfSheet(verdict.reason, head) && !kept.has(codeId),
      )
      .map(({ codeId }) => verdictOn(place, codeId, null));
  }

  function codedAt({ caseId, version, start, end }: RowPlace, codeId: string) {
    const { id: codebookId } = codebook;
    return { codebookId, codeId, polarity: 'supports', caseId, version, start, end } as const;
  }

  function verdictOn(place: RowPlace, codeId: string, says: 'code' | null): PlannedVerdict {
    const at = codedAt(place, codeId);
    const kind = says === null ? 'uncode' : 'code';
    return { kind, target: targetOf(store, at, coder), says, passage: place, isBulk: false };
  }

  function judgeable(place: RowPlace, codeId: string): JudgeablePassage {
    const at = codedAt(place, codeId);
    return coded().get(passageId(at)) ?? { ...place, ...at, origins: [] };
  }

  function memoOf(
    { cells }: HandedRow,
    { caseId, version, start, end, quote }: RowPlace,
    codeId: string | undefined,
  ) {
    const text = cells.memo ?? '';
    return text === '' ? null : { caseId, version, span: { start, end }, quote, codeId, text };
  }
}

/** What the coder said of the current texts, by place. */
function ownByPlace({ store, codebook, coder }: SheetState): Map<string, PassageJudgement[]> {
  const own = new Map<string, PassageJudgement[]>();
  for (const one of currentJudgements(store, codebook.id)) {
    if (one.verdict.coder !== coder) continue;
    own.set(keyOf(one), [...(own.get(keyOf(one)) ?? []), one]);
  }
  return own;
}

const caseOf = ({ key, cells }: HandedRow) => key?.caseId ?? cells.case ?? '';

const keyOf = ({ caseId, start, end }: Pick<RowPlace, 'caseId' | 'start' | 'end'>) =>
  JSON.stringify([caseId, start, end]);
