import type { DecidedRelation } from '../../model/decisions/decided-theory.js';
import type { Context } from '../../project/context.js';
import { memoDecision, memoDeletion } from '../../project/memo-decision.js';
import { decidedBefore, newCode, planChange } from '../../project/plan-code-change.js';
import type { PlannedVerdict } from '../../project/plan-reviews.js';
import { verdictsOnCodes } from '../../project/project-view.js';
import { targetOf } from '../../project/read-passage-state.js';
import { type RecordedDecisions, recordDecisions } from '../../project/record-decisions.js';
import { type PlannedState, recordPlanned } from '../../project/record-planned.js';
import { recordSheet } from '../../project/sheets/record-sheet.js';
import { type RecordedState, sheetReason } from '../../project/sheets/sheet-plan.js';
import type { PlannedDecision } from '../../project/statement.js';
import { verdictDecision } from '../../project/verdict-decision.js';
import { groupBy } from '../../text/group-by.js';
import { type DecideReport, followDecisions } from '../follow-decisions.js';
import type { ChangesOfFile } from './changes-of-file.js';
import type { ExchangedCodebook } from './find-exchanged-codebook.js';

/** What an imported project says, as far as it is decisions. */
export interface ExchangeToRecord {
  readonly book: ExchangedCodebook | null;
  /** Who decides where the file names nobody. */
  readonly nobody: string;
  readonly sheet: { readonly id: string };
  readonly changes: ChangesOfFile;
  readonly attributes: readonly PlannedState[];
}

/**
 * Logs what a file says: codes first, then what each coder coded or took back as one statement, then codes that are gone, relations,
 * memos and attributes.
 */
export function recordExchange(context: Context, exchange: ExchangeToRecord): Promise<DecideReport> {
  const { book, nobody, sheet, attributes } = exchange;
  return followDecisions(context, (within) => {
    const recorded: RecordedDecisions[] = [];
    if (book) {
      recorded.push(recordCodes(within, exchange, book));
      recorded.push(...recordCodings(within, exchange, book));
      recorded.push(recordLeft(within, exchange, book));
    }
    recorded.push(recordMemos(within, exchange));
    if (attributes.length > 0) {
      recorded.push(recordPlanned(within, { coder: nobody, reason: sheetReason('', sheet) }, attributes));
    }
    return {
      decisions: recorded.flatMap(({ decisions }) => decisions),
      changes: recorded.flatMap(({ changes }) => changes),
    };
  });
}

function recordCodes(
  context: Context,
  { changes: { matched }, nobody, sheet }: ExchangeToRecord,
  { base, codebook }: ExchangedCodebook,
): RecordedDecisions {
  const state = { base, codebook, verdicts: verdictsOnCodes(context.store) };
  const decide = (kind: 'promote' | 'rename' | 'move' | 'define', planned: readonly PlannedDecision[]) =>
    planned.map((one) =>
      verdictDecision(context, { kind, coder: nobody, reason: sheetReason('', sheet) }, one),
    );
  const made = matched.added.flatMap(({ id, name, level, parent, definition }) =>
    decide(
      'promote',
      newCode(
        state,
        { id, name, level, code: null },
        {
          ...(parent !== null && { parent }),
          ...(definition !== '' && definition !== name && { definition }),
        },
      ),
    ),
  );
  const labels = new Map([
    ...codebook.codes.map(({ id, label }) => [id, label.zh] as const),
    ...matched.added.map(({ id, name }) => [id, name] as const),
  ]);
  const changed = matched.changed.flatMap(({ code, name, ...rest }) => {
    const named = { id: code.id, level: code.level, name: code.label.zh, code };
    const formerly = [...(decidedBefore(state, code.id)?.formerly ?? []), code.label.zh];
    const change = {
      ...rest,
      ...(name !== undefined && { label: name, formerly: formerly.filter((label) => label !== name) }),
    };
    const isMoved = rest.parent !== undefined || rest.level !== undefined;
    const kind = name !== undefined ? 'rename' : isMoved ? 'move' : 'define';
    return decide(kind, planChange(state, named, change, name ?? labels.get(rest.parent ?? '')));
  });
  return recordInOne(context, [...made, ...changed]);
}

/** What follows once codings were taken away: codes that nobody codes with any more are deleted. */
function recordLeft(
  context: Context,
  { changes: { gone, relations }, nobody, sheet }: ExchangeToRecord,
  { base, codebook }: ExchangedCodebook,
): RecordedDecisions {
  const state = { base, codebook, verdicts: verdictsOnCodes(context.store) };
  const decide = (kind: 'relate' | 'unrelate' | 'delete', planned: readonly PlannedDecision[]) => {
    // The reason of a relation is read as its memo.
    const reason = kind === 'relate' ? '' : sheetReason('', sheet);
    return planned.map((one) => verdictDecision(context, { kind, coder: nobody, reason }, one));
  };
  const relation = (one: DecidedRelation): PlannedDecision => {
    const { from, kind, to } = one;
    return { target: { type: 'relation', codebookId: codebook.id, from, kind, to }, relation: one };
  };
  return recordInOne(context, [
    ...decide('relate', relations.added.map(relation)),
    ...decide(
      'unrelate',
      relations.removed.map((one) => relation({ ...one, isRemoved: true })),
    ),
    ...gone.deleted.flatMap((code) => {
      const named = { id: code.id, level: code.level, name: code.label.zh, code };
      return decide('delete', planChange(state, named, { isDeleted: true }));
    }),
  ]);
}

function recordCodings(
  context: Context,
  { changes: { diff }, sheet }: ExchangeToRecord,
  { base, codebook }: ExchangedCodebook,
): RecordedDecisions[] {
  const { store } = context;
  const added = groupBy(diff.added, ({ coder }) => coder);
  const removed = groupBy(diff.removed, ({ verdict }) => verdict.coder);
  const place = <T extends { caseId: string; version: string; start: number; end: number }>(
    one: T,
    codeId: string,
  ) => {
    const { caseId, version, start, end } = one;
    return { codebookId: codebook.id, codeId, polarity: 'supports', caseId, version, start, end } as const;
  };
  return [...new Set([...added.keys(), ...removed.keys()])].map((coder) => {
    const given = (added.get(coder) ?? []).map(
      (one): PlannedVerdict => ({
        kind: 'code',
        target: targetOf(store, place(one.place, one.codeId), coder),
        says: 'code',
        passage: one.place,
        isBulk: true,
      }),
    );
    const taken = (removed.get(coder) ?? []).map(
      (one): PlannedVerdict => ({
        kind: 'uncode',
        target: targetOf(store, place(one, one.codeId), coder),
        says: null,
        passage: one.verdict,
        isBulk: true,
      }),
    );
    const codes = { read: () => [], knows: () => false, labelOf: (id: string) => id, founded: () => [] };
    const state: RecordedState = { store, coder, base, codebook, codes, head: { ...sheet, isBlind: true } };
    return recordSheet(context, state, [{ passages: [...given, ...taken] }], new Map(), []);
  });
}

function recordMemos(
  context: Context,
  {
    changes: {
      memos: { memos, known, gone },
    },
    sheet,
  }: ExchangeToRecord,
): RecordedDecisions {
  const ids = new Map(known);
  const made = memos.map(({ guid, coder, type, text, on, parent, edits }) => {
    const parentId = ids.get(parent);
    const subject =
      on ?? (parentId === undefined ? { type: 'project' as const } : { type: 'memo' as const, id: parentId });
    const decision = memoDecision(context, { type, on: subject, text, coder }, edits, sheetReason('', sheet));
    ids.set(guid, edits ?? decision.id);
    return decision;
  });
  made.push(...gone.map((one) => memoDeletion(context, one, sheetReason('', sheet))));
  const byCoder = groupBy(made, ({ coder }) => coder);
  const statements = new Map([...byCoder].map(([coder, same]) => [coder, same[0]?.id]));
  return recordDecisions(
    context.store,
    made.map((one) => ({ ...one, statement: statements.get(one.coder) ?? one.statement })),
  );
}

function recordInOne(context: Context, made: ReturnType<typeof verdictDecision>[]): RecordedDecisions {
  const statement = made[0]?.id;
  return recordDecisions(
    context.store,
    made.map((one) => ({ ...one, statement: statement ?? one.statement })),
  );
}
