import { z } from 'zod';
import { type Adjudication, adjudicationSchema } from './adjudication.js';
import { type CaseStanding, caseStandingSchema } from './case-standing.js';
import { decisionKindSchema } from './kind.js';
import { type Memo, memoSchema } from './memo.js';
import { type PassageVerdict, passageVerdictSchema } from './passage-verdict.js';
import { type SentenceAdjudication, sentenceAdjudicationSchema } from './sentence-adjudication.js';
import { type SettingValue, settingValueSchema } from './setting.js';
import { type Tag, tagSchema } from './tag.js';
import { type Target, targetSchema } from './target.js';
import { type Verdict, verdictSchema } from './verdict.js';

/** What is in force at a target. */
export type State =
  | Verdict
  | Adjudication
  | PassageVerdict
  | CaseStanding
  | SentenceAdjudication
  | SettingValue
  | Memo
  | Tag;

const stateSchema = z.union([
  verdictSchema,
  adjudicationSchema,
  passageVerdictSchema,
  caseStandingSchema,
  sentenceAdjudicationSchema,
  settingValueSchema,
  memoSchema,
  tagSchema,
]);

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
