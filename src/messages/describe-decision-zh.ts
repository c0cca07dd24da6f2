import type { Decision } from '../model/decisions/decision.js';
import {
  objectOf,
  replacedCore,
  sealedStatements,
  subjectOf,
  verbOf,
  verdictOf,
} from '../model/decisions/describe-decision.js';
import { VERBS } from './decision-verbs-zh.js';
import { settingValue } from './setting-value-zh.js';

/** What was decided, as a line of the history in Chinese. */
export function describeDecision(decision: Decision): string {
  const { kind, target, before, after } = decision;
  const state = kind === 'undo' ? before : after;
  const was = kind === 'adjudicate' ? verdictOf(state)?.kind : verbOf(state);
  const isAgain = kind === 'undo' || kind === 'redo' || kind === 'adjudicate';
  const verb = isAgain && was ? `${VERBS[kind]}${VERBS[was]}` : VERBS[kind];
  const statements = sealedStatements(decision);
  const named = target.type === 'setting' ? settingValue(target.name, objectOf(state)) : objectOf(state);
  const object = statements > 0 ? `${statements} 句` : named;
  const replaced = replacedCore(decision);
  return `${verb} ${subjectOf(decision) || '整个项目'}${object && ` → ${object}`}${replaced === undefined ? '' : `（原为 ${replaced}）`}`;
}

/** Decisions with their coders, one a line, and how many more there are. */
export function listDecisions(decisions: readonly Decision[], most = 8): string[] {
  return [
    ...decisions.slice(0, most).map((one) => `  ${describeDecision(one)}（${one.coder}）`),
    ...(decisions.length > most ? [`  …… 还有 ${decisions.length - most} 项`] : []),
  ];
}
