import type { Context } from '../project/context.js';
import { recordPlanned } from '../project/record-planned.js';
import { requireCoder } from '../project/require-coder.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { readCaseStandings } from '../store/case-standing-table.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** Which case comes next, who chose it, and why. */
export interface CaseChoice {
  readonly caseId: string;
  readonly coder: string;
  readonly reason: string;
}

/**
 * Records which case was chosen as the next one and why (theoretical sampling, 理论抽样).
 * @throws UserError cases/unknown-case, cases/sealed
 */
export async function chooseCase(
  context: Context,
  { caseId, reason, ...choice }: CaseChoice,
): Promise<DecideReport> {
  const coder = requireCoder(choice.coder);
  return followDecisions(context, (again) => {
    const { id } = requireOpenCase(again.store, caseId);
    const orders = [...readCaseStandings(again.store, 'chosen').values()].map(({ order = 0 }) => order);
    return recordPlanned(again, { coder, reason }, [
      {
        kind: 'choose',
        target: { type: 'case', caseId: id, question: 'chosen' },
        after: { standing: 'chosen', order: Math.max(0, ...orders) + 1, coder, reason },
      },
    ]);
  });
}
