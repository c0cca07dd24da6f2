import { UserError } from '../../errors.js';
import { ALL_GROUPS } from '../../model/decisions/all-groups.js';
import type { Verdict } from '../../model/decisions/verdict.js';
import { verdictOfWord } from '../../model/sheet-verdict.js';
import { readJudgement } from '../../store/judgement-table.js';
import { wordsAsKnown } from '../known-words.js';
import { planKeywordDecisions, requireWords } from '../plan-keyword-decisions.js';
import { readDecisionState } from '../read-decision-state.js';
import type { Statement } from '../statement.js';
import type { HandedRow, HandedSheet } from './handed-sheet.js';
import { type PlannedRows, planRows, type RowPlan, requireUnchanged, type SheetState } from './sheet-plan.js';

const SCREENED = ['keep', 'drop', 'fold'] as const;

/** Plans what rows say about whether keywords stay. */
export function planScreeningRows(state: SheetState, { rows }: HandedSheet): PlannedRows {
  const { store, coder, isNew } = state;
  const known = readDecisionState(store);
  return planRows(rows, (row): RowPlan => {
    const { verdict: written = '', into = '', memo = '' } = row.cells;
    if (written === '' && into === '' && memo === '') return {};
    const { word, group = ALL_GROUPS } = requireOwnWord(row);
    if (written === '' && into === '') {
      return { wordMemo: { on: { type: 'project' }, word: `${group} · ${word}`, text: memo } };
    }
    const kind = SCREENED.find((one) => one === (written === '' ? 'fold' : verdictOfWord(written)));
    if (!kind) throw new UserError('sheet/unknown-verdict', { written, allowed: SCREENED });
    const target = kind === 'fold' ? wordsAsKnown(known, [into]) : [];
    if (kind === 'fold' && into === '') throw new UserError('sheet/no-target', { word });
    const said =
      readJudgement(store, { type: 'keyword', group, word }, coder) ??
      readJudgement(store, { type: 'keyword', group: ALL_GROUPS, word }, coder);
    if (saysAlready(said, kind, target[0], memo)) return {};
    requireUnchanged(state, row, said);
    const statement: Statement = { kind, words: [word, ...target], coder, reason: '', group };
    requireWords(statement);
    const planned = planFounding(statement, isNew, (one) => planKeywordDecisions(known, one));
    return { words: planned.map((one) => ({ kind, planned: one, memo })) };
  });
}

/** Plans what rows say about the codes that keywords go to. */
export function planKeywordRows(state: SheetState, { rows }: HandedSheet): PlannedRows {
  const { store, coder, codebook, codes } = state;
  return planRows(rows, (row): RowPlan => {
    const named = codes.read(row.cells.code ?? '');
    const [codeId, ...others] = named;
    const memo = row.cells.memo ?? '';
    const isUnchanged = codeId === undefined || row.key?.codes?.includes(codeId);
    if (isUnchanged && memo === '') return {};
    const { word } = requireOwnWord(row);
    if (isUnchanged) return { wordMemo: { on: subjectOf(codeId), word, text: memo } };
    if (others.length > 0) throw new UserError('sheet/one-code', { word });
    const into = codes.labelOf(codeId);
    const said = readJudgement(store, { type: 'mapping', group: ALL_GROUPS, word }, coder);
    if (saysAlready(said, 'merge', into, memo)) return {};
    requireUnchanged(state, row, said);
    const isOwnName = into === word && codes.founded().some(({ id }) => id === codeId);
    if (isOwnName) return {};
    const planned = { target: { type: 'mapping', group: ALL_GROUPS, word }, into } as const;
    return { words: [{ kind: 'merge', planned, memo }] };
  });

  function subjectOf(codeId: string | undefined): NonNullable<RowPlan['wordMemo']>['on'] {
    if (codeId === undefined) return { type: 'project' };
    return { type: 'code', codebookId: codebook.id, codeId, label: codes.labelOf(codeId) };
  }
}

function saysAlready(
  said: Verdict | null,
  kind: Verdict['kind'],
  into: string | undefined,
  memo: string,
): boolean {
  return said?.kind === kind && said.into === into && (memo === '' || said.reason.startsWith(memo));
}

/** The word that a row is about; the one that people read there must be the same. */
function requireOwnWord({ key, cells }: HandedRow): {
  readonly word: string;
  readonly group?: string | undefined;
} {
  if (key?.word === undefined) throw new UserError('sheet/no-words', {});
  const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
  if (cells.word !== undefined && cells.word !== '' && plain(cells.word) !== plain(key.word)) {
    throw new UserError('sheet/words-differ', {});
  }
  return { word: key.word, group: key.group };
}

/** Plans a statement as it is, and as one that founds its target where that is new and may be. */
export function planFounding<T>(statement: Statement, isNew: boolean, plan: (statement: Statement) => T): T {
  try {
    return plan(statement);
  } catch (error) {
    const isUnknown = error instanceof UserError && error.code === 'decide/unknown-target';
    if (!isNew || !isUnknown) throw error;
    return plan({ ...statement, isNew });
  }
}
