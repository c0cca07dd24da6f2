import { UserError } from '../errors.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { Verdict } from '../model/decisions/verdict.js';
import { findEconomicRegion } from '../model/economic-region.js';
import { nearest } from '../text/nearest.js';
import type { DecisionState } from './decision-state.js';
import { requireKnown, requireTarget } from './known-words.js';
import type { PlannedDecision, Statement } from './statement.js';

const TAKES_TARGET: readonly Verdict['kind'][] = ['fold', 'merge', 'group', 'move', 'rename'];

/** Asks that a statement names words, and a target where its verb takes one. */
export function requireWords({ kind, words }: Statement): void {
  if (words.includes('')) throw new UserError('decide/empty-word', { verb: kind });
  if (!TAKES_TARGET.includes(kind)) return;
  const into = words.at(-1) as string;
  if (words.length < 2) throw new UserError('decide/needs-target', { verb: kind });
  if (words.indexOf(into) < words.length - 1) throw new UserError('decide/fold-into-itself', { word: into });
}

/** What a statement about keywords leaves in force for each of its words. */
export function planKeywordDecisions(state: DecisionState, statement: Statement): PlannedDecision[] {
  const { kind, words, caseId } = statement;
  if (caseId !== undefined) state.openCase(caseId);
  const type = kind === 'merge' || kind === 'split' ? 'mapping' : 'keyword';
  const group = groupOf(state, statement);
  const hasTarget = TAKES_TARGET.includes(kind);
  const into = hasTarget ? { into: words.at(-1) as string } : {};
  if (hasTarget) requireTarget(state, statement);
  const subjects = hasTarget ? words.slice(0, -1) : words;
  if (kind !== 'add') requireKnown(state, subjects, group);
  return subjects.map((word) => {
    const planned = { target: { type, group, word }, ...into } as const;
    if (kind === 'add') return { ...planned, ...evidenceOf(state, word, statement) };
    if (kind === 'split' && !state.isMerged(word, group)) {
      throw new UserError('screen/nothing-to-split', { word });
    }
    return kind === 'fold' || kind === 'keep' ? { ...planned, ...additionOf(state, word, group) } : planned;
  });
}

/** How a reader had added a word that is now folded or kept: it goes on counting where it was found. */
function additionOf(
  { screening }: DecisionState,
  word: string,
  group: string,
): Pick<PlannedDecision, 'added' | 'caseId' | 'quote'> {
  const inForce = screening(word, group);
  if (inForce?.kind !== 'add' && !inForce?.added) return {};
  const { caseId, quote } = inForce;
  return { added: true, ...(caseId !== undefined && { caseId }), ...(quote !== undefined && { quote }) };
}

/** An addition for one case belongs to that case's group. */
function groupOf(state: DecisionState, { group, caseId }: Statement): string {
  const groups = state.groups();
  if (group !== undefined && group !== ALL_GROUPS) {
    const { form } = state;
    const called = [group, findEconomicRegion(group)].find((name) => name !== undefined && groups.has(name));
    const named = called ?? [...groups.keys()].find((key) => form(key) === form(group));
    if (named === undefined) {
      throw new UserError('screen/unknown-group', {
        group,
        known: nearest(group, [...groups.keys()], 5).join(', '),
      });
    }
    return named;
  }
  if (caseId === undefined) return ALL_GROUPS;
  const ofCase = [...groups].find(([, ids]) => ids.includes(caseId));
  if (ofCase) return ofCase[0];
  throw new UserError('cases/unknown-case', {
    id: caseId,
    near: nearest(caseId, state.caseIds(), 5).join(', '),
  });
}

/** A word that a reader adds must occur where the text counts, or be found in a passage, which may lie anywhere. */
function evidenceOf(
  state: DecisionState,
  word: string,
  { caseId, quote }: Statement,
): Pick<PlannedDecision, 'caseId' | 'quote'> {
  if (caseId === undefined || quote === undefined) {
    const containing = state.casesWith(word);
    if (caseId === undefined ? containing.length > 0 : containing.includes(caseId)) return {};
    const kinds = state.kindsWith(word, caseId);
    if (kinds.length > 0) throw new UserError('screen/add-in-left-out-region', { word, kinds });
    throw new UserError('screen/add-without-evidence', { word });
  }
  const found = state.findQuote(caseId, quote);
  if (found === null) throw new UserError('screen/quote-not-found', { caseId, quote });
  return { caseId, quote: found };
}
