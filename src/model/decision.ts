import { z } from 'zod';

/** The group name that stands for every group of the project. */
export const ALL_GROUPS = '*';

export const decisionKindSchema = z.enum(['keep', 'drop', 'add', 'fold', 'merge', 'split', 'undo']);

/**
 * The two questions people decide about a keyword: whether it stays among the keywords of a group
 * (keep, drop, add, fold) and which core keyword it belongs to (merge, split).
 */
export const aspectSchema = z.enum(['screening', 'mapping']);

/** What a decision leaves in force for one group, word and aspect. */
export const verdictSchema = z
  .object({
    kind: decisionKindSchema.exclude(['undo']),
    /** fold: the keyword it is folded into. merge: the core keyword it belongs to. */
    into: z.string().optional(),
    /** add: the case and passage the reader found it in, when the word itself does not stand there. */
    caseId: z.string().optional(),
    quote: z.string().optional(),
    decisionId: z.string(),
    coder: z.string(),
    reason: z.string(),
  })
  .readonly();

/** One entry of the append-only decision log. `before` and `after` are the verdicts around it. */
export const decisionSchema = z
  .object({
    id: z.string().regex(/^[0-9a-f]{32}$/),
    coder: z.string().min(1),
    /** UTC, ISO 8601. */
    time: z.string(),
    kind: decisionKindSchema,
    group: z.string(),
    word: z.string(),
    aspect: aspectSchema,
    before: verdictSchema.nullable(),
    after: verdictSchema.nullable(),
    reason: z.string(),
    /** Whether the coder had been shown a suggestion of the machine; such rows are not blind. */
    suggestionShown: z.boolean(),
    /** undo: the decision taken back. */
    undoes: z.string().nullable(),
  })
  .readonly();

export type Aspect = z.infer<typeof aspectSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type Decision = z.infer<typeof decisionSchema>;

/** The verdicts now in force, as the stages take them. */
export interface DecidedWord {
  readonly group: string;
  readonly word: string;
  readonly aspect: Aspect;
  readonly verdict: Verdict;
}
