import type { Decision } from '../model/decisions/decision.js';
import {
  objectOf,
  replacedCore,
  sealedStatements,
  subjectOf,
  verbOf,
  verdictOf,
} from '../model/decisions/describe-decision.js';
import { counted } from './counted.js';

/** What was decided, as a line of the history in English. */
export function describeDecision(decision: Decision): string {
  const { kind, before, after } = decision;
  const state = kind === 'undo' ? before : after;
  const was = kind === 'adjudicate' ? verdictOf(state)?.kind : verbOf(state);
  const isAgain = kind === 'undo' || kind === 'redo' || kind === 'adjudicate';
  const verb = isAgain && was ? `${kind} ${was}` : kind;
  const statements = sealedStatements(decision);
  const object = statements > 0 ? counted(statements, 'statement') : objectOf(state);
  const replaced = replacedCore(decision);
  return `${verb} ${subjectOf(decision) || 'the project'}${object && ` → ${object}`}${replaced === undefined ? '' : ` (until now ${replaced})`}`;
}

/** Decisions with their coders, one a line, and how many more there are. */
export function listDecisions(decisions: readonly Decision[], most = 8): string[] {
  return [
    ...decisions.slice(0, most).map((one) => `  ${describeDecision(one)} (${one.coder})`),
    ...(decisions.length > most ? [`  … ${decisions.length - most} more`] : []),
  ];
}
