import { z } from 'zod';
import { type Adjudication, adjudicationSchema } from './adjudication.js';
import { decisionKindSchema } from './kind.js';
import { type PassageVerdict, passageVerdictSchema } from './passage-verdict.js';
import { type SettingValue, settingValueSchema } from './setting.js';
import { type Target, targetSchema } from './target.js';
import { type Verdict, verdictSchema } from './verdict.js';

/** What is in force at a target. */
export type State = Verdict | Adjudication | PassageVerdict | SettingValue;

const stateSchema = z.union([verdictSchema, adjudicationSchema, passageVerdictSchema, settingValueSchema]);

/** One entry of the append-only decision log. `before` and `after` are what was in force around it, for a judged target that of its coder. */
export const decisionSchema = z
  .object({
    id: z.string().regex(/^[0-9a-f]{32}$/),
    coder: z.string().min(1),
    /** UTC, ISO 8601. */
    time: z.string(),
    kind: decisionKindSchema,
    target: targetSchema,
    before: stateSchema.nullable(),
    after: stateSchema.nullable(),
    reason: z.string(),
    /** Whether the coder had been shown a suggestion of the machine; such rows are not blind. */
    suggestionShown: z.boolean(),
    /** Whether it was made together with others, by one statement. */
    isBulk: z.boolean(),
    /** undo, redo: the decision taken back. */
    undoes: z.string().nullable(),
    /** Id of the first decision of the same statement: undo takes back all of a statement. */
    statement: z.string(),
  })
  .readonly();

export interface Decision extends Omit<z.infer<typeof decisionSchema>, 'target' | 'before' | 'after'> {
  readonly target: Target;
  readonly before: State | null;
  readonly after: State | null;
}

/** Returns the verdict that a state is or that an adjudication chose; null for any other state. */
export function verdictOf(state: State | null): Verdict | null {
  if (state === null || 'value' in state || 'says' in state) return null;
  return 'settles' in state ? state.verdict : state;
}

/** Returns the verb of what is in force; undefined for a setting. */
export function verbOf(state: State | null): Verdict['kind'] | PassageVerdict['says'] | undefined {
  return state !== null && 'says' in state ? state.says : verdictOf(state)?.kind;
}

/**
 * Returns what a decision leads to as people name it: the target of a verdict, the passage, or the value of a setting; empty
 * for none.
 */
export function objectOf(state: State | null): string {
  if (state !== null && 'says' in state) return state.cleanQuote;
  return state !== null && 'value' in state ? state.value : (verdictOf(state)?.into ?? '');
}

/** Returns what a decision is about as people name it: the word, or the name of the code or level. */
export function subjectOf({ target, before, after }: Pick<Decision, 'target' | 'before' | 'after'>): string {
  const about = target.type === 'adjudication' ? target.of : target;
  if ('word' in about) return about.word;
  if ('name' in about) return about.name;
  if (about.type === 'passage') {
    const state = after ?? before;
    return `${about.caseId} ${state !== null && 'says' in state ? state.label : about.codeId}`;
  }
  return verdictOf(after ?? before)?.code?.name ?? ('codeId' in about ? about.codeId : about.levelId);
}
