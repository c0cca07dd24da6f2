import { UserError } from '../../errors.js';
import { standingFor } from '../../stages/settle/settle-word.js';
import { readJudgements } from '../../store/judgement-table.js';
import { readState } from '../../store/target-state.js';
import { verdictsOnWord } from '../../store/verdict-table.js';
import { contestedSentences } from '../contested-sentences.js';
import type { PlannedState } from '../record-planned.js';
import type { HandedRow, HandedSheet } from './handed-sheet.js';
import { type PlannedRows, planRows, type RowPlan, type SheetState } from './sheet-plan.js';

/** Plans whose verdict counts where coders differ. */
export function planContestedRows(state: SheetState, { rows }: HandedSheet): PlannedRows {
  const { store, codebook } = state;
  const sentences = contestedSentences(store, codebook.id);
  return planRows(rows, (row): RowPlan => {
    const chosen = (row.cells.chosen ?? '').normalize('NFC');
    if (chosen === '' || !row.key) return {};
    const planned = row.key.word === undefined ? ofSentence(row, chosen) : ofWord(row, chosen);
    return planned ? { states: [{ ...planned, memo: row.cells.memo ?? '' }] } : {};
  });

  function ofSentence({ key, cells }: HandedRow, chosen: string): PlannedState | null {
    const { caseId = '', codes: [codeId = ''] = [], decisions = [] } = key ?? {};
    const target = { type: 'sentence', codebookId: codebook.id, codeId, caseId, settles: decisions } as const;
    const before = readState(store, target, state.coder);
    if (before && 'verdictOf' in before && before.verdictOf === chosen) return null;
    const found = sentences.find(
      (one) =>
        one.caseId === caseId && one.codeId === codeId && one.decisions.join(' ') === decisions.join(' '),
    );
    const word = cells.word ?? codeId;
    if (!found) throw new UserError('decide/not-contested', { word });
    const coders = found.verdicts.map(({ coder }) => coder);
    if (!coders.includes(chosen)) {
      throw new UserError('decide/no-verdict-of', { coder: chosen, word, coders: coders.join(', ') });
    }
    const label = codebook.codes.find(({ id }) => id === codeId)?.label.zh ?? codeId;
    const after = { verdictOf: chosen, label, coder: state.coder, reason: '' };
    return { kind: 'adjudicate', target, after };
  }

  function ofWord({ key }: HandedRow, chosen: string): PlannedState | null {
    const { word = '', group = '', codes: [question] = [] } = key ?? {};
    const aspect = question === 'mapping' ? 'mapping' : 'screening';
    const of = { type: aspect === 'mapping' ? 'mapping' : 'keyword', group, word } as const;
    const target = { type: 'adjudication', of } as const;
    const standing = standingFor(readJudgements(store, { aspect, word }), group);
    const settles = standing.map(({ verdict }) => verdict.decisionId).sort();
    const before = readState(store, target, state.coder);
    if (
      before &&
      'settles' in before &&
      before.verdict.coder === chosen &&
      before.settles.join() === settles.join()
    ) {
      return null;
    }
    const isContested = verdictsOnWord(store, { word, aspect }).some(
      (one) => one.isContested && one.group === group,
    );
    if (!isContested) throw new UserError('decide/not-contested', { word });
    const verdict = standing.find(({ coder }) => coder === chosen)?.verdict;
    if (!verdict) {
      const coders = standing.map(({ coder }) => coder).join(', ');
      throw new UserError('decide/no-verdict-of', { coder: chosen, word, coders });
    }
    return { kind: 'adjudicate', target, after: { verdict, settles } };
  }
}
