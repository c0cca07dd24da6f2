import type { Context } from '../../project/context.js';
import { memoDecision } from '../../project/memo-decision.js';
import { newCode, planChange } from '../../project/plan-code-change.js';
import type { PlannedVerdict } from '../../project/plan-reviews.js';
import { verdictsOnCodes } from '../../project/project-view.js';
import type { CodingDiff } from '../../project/qda/diff-codings.js';
import type { FiledMemo } from '../../project/qda/diff-memos.js';
import type { MatchedCodes } from '../../project/qda/match-codes.js';
import { targetOf } from '../../project/read-passage-state.js';
import { type RecordedDecisions, recordDecisions } from '../../project/record-decisions.js';
import { type PlannedState, recordPlanned } from '../../project/record-planned.js';
import { recordSheet } from '../../project/sheets/record-sheet.js';
import { type RecordedState, sheetReason } from '../../project/sheets/sheet-plan.js';
import type { PlannedDecision } from '../../project/statement.js';
import { verdictDecision } from '../../project/verdict-decision.js';
import { groupBy } from '../../text/group-by.js';
import { type DecideReport, followDecisions } from '../follow-decisions.js';
import type { ExchangedCodebook } from './find-exchanged-codebook.js';

/** What an imported project says, as far as it is decisions. */
export interface ExchangeToRecord {
  readonly book: ExchangedCodebook | null;
  /** Who decides where the file names nobody. */
  readonly nobody: string;
  readonly sheet: { readonly id: string };
  readonly matched: MatchedCodes;
  readonly diff: CodingDiff;
  readonly memos: { readonly memos: readonly FiledMemo[]; readonly known: ReadonlyMap<string, string> };
  readonly attributes: readonly PlannedState[];
}

/** Logs what a file says: codes first, then what each coder coded or took back as one statement, then memos and attributes. */
export function recordExchange(context: Context, exchange: ExchangeToRecord): Promise<DecideReport> {
  const { book, nobody, sheet, attributes } = exchange;
  return followDecisions(context, (within) => {
    const recorded: RecordedDecisions[] = [];
    if (book) {
      recorded.push(recordCodes(within, exchange, book));
      recorded.push(...recordCodings(within, exchange, book));
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
  { matched, nobody, sheet }: ExchangeToRecord,
  { base, codebook }: ExchangedCodebook,
): RecordedDecisions {
  const { store } = context;
  const state = { base, codebook, verdicts: verdictsOnCodes(store) };
  const decide = (kind: 'promote' | 'rename' | 'define', planned: readonly PlannedDecision[]) =>
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
  const changed = matched.changed.flatMap(({ code, name, definition }) => {
    const named = { id: code.id, level: code.level, name: name ?? code.label.zh, code };
    const change = {
      ...(name !== undefined && { label: name }),
      ...(definition !== undefined && { definition }),
    };
    return decide(name === undefined ? 'define' : 'rename', planChange(state, named, change, name));
  });
  return recordInOne(context, [...made, ...changed]);
}

function recordCodings(
  context: Context,
  { diff, sheet }: ExchangeToRecord,
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
  { memos: { memos, known }, sheet }: ExchangeToRecord,
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
