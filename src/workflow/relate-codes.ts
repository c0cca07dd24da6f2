import { UserError } from '../errors.js';
import type { Verdict } from '../model/decisions/verdict.js';
import { relationKind } from '../model/paradigm.js';
import type { Context } from '../project/context.js';
import { codebookToDecide, findCode, findUsedCode } from '../project/find-code.js';
import { recordDecisions } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import { statedRelations } from '../project/stated-relations.js';
import type { PlannedDecision } from '../project/statement.js';
import { notInForce, verdictDecision } from '../project/verdict-decision.js';
import type { CodeDecision } from './define-code.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** Two codes of one codebook and what the first is to the second; a type of one's own, or a part of the paradigm model. */
export interface RelationOptions extends CodeDecision {
  readonly to: string;
  readonly as: string;
}

/**
 * Relates two codes, by a decision that can be taken back.
 * @throws UserError relate/no-type, relate/itself, code/unknown-code
 */
export async function relateCodes(context: Context, options: RelationOptions): Promise<DecideReport> {
  return stateTheory(context, options, 'relate', (store) => {
    const { codebook, from, kind, to } = endsOf(store, options);
    const ends = { from: from.id, kind, to: to.id };
    const relation = { ...ends, fromName: from.label.zh, toName: to.label.zh };
    return [{ target: { type: 'relation', codebookId: codebook.id, ...ends }, relation }];
  });
}

/**
 * Takes a relation of two codes away, also one that the file has or that came about by merges.
 * @throws UserError relate/unknown, code/unknown-code
 */
export async function unrelateCodes(context: Context, options: RelationOptions): Promise<DecideReport> {
  return stateTheory(context, options, 'unrelate', (store) => {
    const { codebook, from, kind, to } = endsOf(store, options);
    const names = { fromName: from.label.zh, toName: to.label.zh };
    const stated = statedRelations(store, codebook.id).filter(
      (one) => one.from.id === from.id && one.to.id === to.id && one.relation.kind === kind,
    );
    if (stated.length === 0)
      throw new UserError('relate/unknown', { from: names.fromName, kind, to: names.toName });
    return stated.map(({ relation }) => {
      const ends = { from: relation.from, kind, to: relation.to };
      const removed = { ...ends, ...names, isRemoved: true } as const;
      return { target: { type: 'relation', codebookId: codebook.id, ...ends }, relation: removed };
    });
  });
}

/**
 * Names the core category of a codebook, in place of the one it had, or (`isRemoved`) takes it away.
 * @throws UserError relate/not-core, code/unknown-code
 */
export async function nameCore(
  context: Context,
  options: CodeDecision & { readonly isRemoved?: boolean | undefined },
): Promise<DecideReport> {
  return stateTheory(context, options, 'core', (store) => {
    const { codebook, code } = findUsedCode(store, options.code, 'relate', options.codebook);
    const name = code.label.zh;
    if (options.isRemoved && codebook.theory?.core !== code.id)
      throw new UserError('relate/not-core', { code: name });
    const value = options.isRemoved ? null : code.id;
    const theory = { part: 'core', value, name } as const;
    return [{ target: { type: 'theory', codebookId: codebook.id, part: 'core' }, theory }];
  });
}

/** Writes the storyline of the codebook last applied (or of the named one); an empty one takes it away. */
export async function writeStoryline(
  context: Context,
  options: Omit<CodeDecision, 'code'> & { readonly text: string },
): Promise<DecideReport> {
  const text = options.text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  return stateTheory(context, options, 'storyline', (store) => {
    const { codebook } = codebookToDecide(store, 'relate', options.codebook);
    const theory = { part: 'storyline', value: text === '' ? null : text } as const;
    return [{ target: { type: 'theory', codebookId: codebook.id, part: 'storyline' }, theory }];
  });
}

function endsOf(store: Context['store'], { code, to, as, codebook: wanted }: RelationOptions) {
  const kind = relationKind(as);
  if (kind === '') throw new UserError('relate/no-type', {});
  const { codebook, code: from } = findUsedCode(store, code, 'relate', wanted);
  const other = findCode(codebook, to);
  if (other.id === from.id) throw new UserError('relate/itself', { code: from.label.zh });
  return { codebook, from, kind, to: other };
}

function stateTheory(
  context: Context,
  { coder: given, reason }: Pick<CodeDecision, 'coder' | 'reason'>,
  kind: Verdict['kind'],
  plan: (store: Context['store']) => PlannedDecision[],
): Promise<DecideReport> {
  const coder = requireCoder(given);
  return followDecisions(context, (again) => {
    const made = plan(again.store).map((one) => verdictDecision(again, { kind, coder, reason }, one));
    const { fresh, alreadyInForce } = notInForce(again.store, made);
    return { ...recordDecisions(again.store, fresh), alreadyInForce };
  });
}
