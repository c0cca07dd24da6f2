import type { Span } from '../model/span.js';
import type { Context } from '../project/context.js';
import { findCase } from '../project/find-case.js';
import { type PlannedState, recordPlanned } from '../project/record-planned.js';
import { requireCoder } from '../project/require-coder.js';
import { readSealedStatements } from '../store/sealed-statement-table.js';
import type { Store } from '../store/store.js';
import type { CasesDecision } from './decide-standing.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** Which statements of cases are sealed besides those that are: by case id, their places in the current raw text. */
export interface StatementsDecision extends Omit<CasesDecision, 'cases'> {
  readonly statements: ReadonlyMap<string, readonly Span[]>;
}

/**
 * Holds statements (sentences) of cases out for a later check: they are neither mined, coded nor counted, and nobody can code
 * them, until they are unsealed. What was mined of these cases waits until they are mined again.
 * @throws UserError cases/unknown-case
 */
export function sealStatements(context: Context, decision: StatementsDecision): Promise<DecideReport> {
  return decideStatements(context, decision, (store) =>
    [...decision.statements].map(([id, spans]) => {
      const { version } = findCase(store, id);
      const sealed = readSealedStatements(store, id, version);
      return { id, version, statements: inOrder([...sealed, ...spans]) };
    }),
  );
}

/**
 * Counts all sealed statements of cases again, and opens them to decisions.
 * @throws UserError cases/unknown-case
 */
export function unsealStatements(context: Context, decision: CasesDecision): Promise<DecideReport> {
  return decideStatements(context, decision, (store) =>
    decision.cases.map((id) => ({ id: findCase(store, id).id, version: '', statements: [] })),
  );
}

interface Sealed {
  readonly id: string;
  readonly version: string;
  readonly statements: readonly Span[];
}

function decideStatements(
  context: Context,
  { reason, ...decision }: Omit<CasesDecision, 'cases'>,
  plan: (store: Store) => readonly Sealed[],
): Promise<DecideReport> {
  const coder = requireCoder(decision.coder);
  return followDecisions(context, (again) => {
    const planned = plan(again.store).map(({ id, version, statements }): PlannedState => {
      const isSealed = statements.length > 0;
      return {
        kind: isSealed ? 'seal' : 'unseal',
        target: { type: 'case', caseId: id, question: 'partly-sealed' },
        after: isSealed ? { standing: 'partly-sealed', coder, reason, version, statements } : null,
      };
    });
    return recordPlanned(again, { coder, reason }, planned);
  });
}

/** Each of some spans once, in order. */
function inOrder(spans: readonly Span[]): Span[] {
  const byPlace = new Map(spans.map(({ start, end }) => [`${start}:${end}`, { start, end }]));
  return [...byPlace.values()].sort((one, other) => one.start - other.start || one.end - other.end);
}
