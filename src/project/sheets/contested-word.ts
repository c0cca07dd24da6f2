import { UserError } from '../../errors.js';
import type { Adjudication } from '../../model/decisions/adjudication.js';
import type { Verdict } from '../../model/decisions/verdict.js';
import { verdictOfWord } from '../../model/sheet-verdict.js';
import { outcomeOf, standingFor } from '../../stages/settle/settle-word.js';
import { readJudgements } from '../../store/judgement-table.js';
import { readState } from '../../store/target-state.js';
import { verdictsOnWord } from '../../store/verdict-table.js';
import { planKeywordDecisions, requireWords } from '../plan-keyword-decisions.js';
import { readDecisionState } from '../read-decision-state.js';
import type { PlannedDecision, Statement } from '../statement.js';
import { type AdjudicatedRow, requireNote, requireOwnAdjudication } from './adjudicated-row.js';
import { planFounding } from './plan-word-rows.js';
import { type PlannedAdjudication, type RowPlan, type SheetState, sheetReason } from './sheet-plan.js';

/** How people write that a word is folded into another. */
const FOLD = /^(?:并入|fold(?:\s+into)?)\s*[→:：]?\s*/iu;

/** Plans whose verdict counts on a word, or which verdict of whoever adjudicates. */
export function planContestedWord(
  state: SheetState,
  { row, chosen, decided, memo, grounds, nameOf }: AdjudicatedRow,
): RowPlan {
  const { store, coder, head } = state;
  const { word = '', group = '', codes: [question] = [] } = row.key ?? {};
  const aspect = question === 'mapping' ? 'mapping' : 'screening';
  const target = {
    type: 'adjudication',
    of: { type: aspect === 'mapping' ? 'mapping' : 'keyword', group, word },
  } as const;
  const standing = standingFor(readJudgements(store, { aspect, word }), group);
  const own = decided === '' ? null : ownVerdict();
  const said = standing.find(({ coder: of, verdict }) =>
    own ? outcomeOf(verdict) === outcomeOf(own) : of === chosen,
  );
  if (own && !said) requireNote(memo);
  if (!own && !said) {
    const coders = standing.map((one) => nameOf(one.coder)).join(', ');
    throw new UserError('decide/no-verdict-of', { coder: chosen, word, coders });
  }
  const settles = standing.map(({ verdict }) => verdict.decisionId).sort();
  const after: PlannedAdjudication['after'] = ({ id, reason }) => ({
    verdict: said?.verdict ?? ({ ...own, decisionId: id, coder, reason } as Verdict),
    settles,
    ...grounds,
  });
  const before = readState(store, target, coder) as Adjudication | null;
  const now = after({ id: before?.verdict.decisionId ?? '', reason: sheetReason(memo, head) });
  if (JSON.stringify(before) === JSON.stringify(now)) return {};
  const inForce = verdictsOnWord(store, { word, aspect }).find((one) => one.group === group);
  if (!inForce?.isContested) requireOwnAdjudication(state, target, word);
  return { adjudications: [{ target, after, memo }] };

  function ownVerdict(): OwnVerdict {
    const screened = verdictOfWord(decided);
    const isPlain = aspect === 'screening' && (screened === 'keep' || screened === 'drop');
    const kind = isPlain ? screened : aspect === 'mapping' ? 'merge' : 'fold';
    const words = isPlain ? [word] : [word, decided.replace(FOLD, '').normalize('NFC')];
    const statement: Statement = { kind, words, coder, reason: '', group };
    requireWords(statement);
    const known = readDecisionState(store);
    const [planned] = planFounding(statement, state.isNew, (one) => planKeywordDecisions(known, one));
    const { target: _, ...rest } = planned as PlannedDecision;
    return { kind, ...rest };
  }
}

type OwnVerdict = Omit<Verdict, 'decisionId' | 'coder' | 'reason'>;
