import { z } from 'zod';

/** The group name that stands for every group of the project. */
export const ALL_GROUPS = '*';

export const decisionKindSchema = z.enum([
  'keep',
  'drop',
  'add',
  'fold',
  'merge',
  'split',
  'group',
  'promote',
  'rename',
  'move',
  'undo',
]);

/**
 * The questions people decide: whether a keyword stays among those of a group (keep, drop, add, fold), which
 * core keyword it belongs to (merge, split), and what a code or level of a codebook is (group, promote, rename,
 * move, merge, split).
 */
export const aspectSchema = z.enum(['screening', 'mapping', 'code']);

/** What people decided about one code (or, of a level, its name); what is left out is as the codebook has it. */
export const decidedCodeSchema = z
  .object({
    /** The label it had when it was last decided about, for people who read the log. */
    name: z.string(),
    label: z.string().optional(),
    /** The labels it had before, which go on finding it. */
    formerly: z.array(z.string()).readonly().optional(),
    level: z.string().optional(),
    /** Id of the code above it, null for none. */
    parent: z.string().nullable().optional(),
    /** Id of the code it was merged into. */
    mergedInto: z.string().optional(),
  })
  .readonly();

/** What a decision leaves in force for one group, word and aspect. */
export const verdictSchema = z
  .object({
    kind: decisionKindSchema.exclude(['undo']),
    /** The target as it was stated: of a fold a keyword, of a merge a core keyword, of a code its new parent or name. */
    into: z.string().optional(),
    /** fold, keep: a reader had added the word, so that it counts wherever it stands. */
    added: z.literal(true).optional(),
    /** Aspect code: what was decided about the code so far. */
    code: decidedCodeSchema.optional(),
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
    /** The keyword, or the key of a code (`codeKey`) or level (`levelKey`). */
    word: z.string(),
    aspect: aspectSchema,
    before: verdictSchema.nullable(),
    after: verdictSchema.nullable(),
    reason: z.string(),
    /** Whether the coder had been shown a suggestion of the machine; such rows are not blind. */
    suggestionShown: z.boolean(),
    /** undo: the decision taken back. */
    undoes: z.string().nullable(),
    /** Id of the first decision of the same statement: undo takes back all of a statement. */
    statement: z.string(),
  })
  .readonly();

/** Where decisions about a code of a codebook are kept; an empty codebook id is the codebook people grow. */
export const codeKey = (codebookId: string, codeId: string): string => `${codebookId || 'none'}/${codeId}`;

/** Where decisions about the name of a level are kept. */
export const levelKey = (codebookId: string, levelId: string): string => `${codebookId || 'none'}#${levelId}`;

export type Aspect = z.infer<typeof aspectSchema>;
export type DecidedCode = z.infer<typeof decidedCodeSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type Decision = z.infer<typeof decisionSchema>;

/** A verdict now in force, as the stages take it. */
export interface DecidedWord {
  readonly group: string;
  readonly word: string;
  readonly aspect: Aspect;
  readonly verdict: Verdict;
}

/** What a decision is about, as people name it: the word, or the code's name. */
export function subjectOf({ word, before, after }: Pick<Decision, 'word' | 'before' | 'after'>): string {
  return (after ?? before)?.code?.name ?? word;
}

/**
 * Whether a later decision rests on an earlier one: on the same question, on the word it added or merged, or on
 * the code it made, moved or named.
 */
export function restsOn(later: Decision, earlier: Decision): boolean {
  const { group, word, aspect, kind } = earlier;
  if (later.group === group && later.word === word && later.aspect === aspect) return true;
  const into = later.after?.into;
  const sharesGroup = [group, ALL_GROUPS].includes(later.group) || group === ALL_GROUPS;
  if (kind === 'add') return sharesGroup && into === word && ['fold', 'merge'].includes(later.kind);
  if (aspect === 'mapping') return sharesGroup && into === word && later.aspect === 'mapping';
  if (aspect !== 'code') return false;
  if (later.aspect === 'mapping') return into !== undefined && into === earlier.after?.code?.label;
  const isNew = (field: 'parent' | 'mergedInto') =>
    later.before?.code?.[field] !== later.after?.code?.[field];
  const points = (field: 'parent' | 'mergedInto') => isNew(field) && pointsTo(later, field, word);
  return kind !== 'rename' && later.aspect === 'code' && (points('parent') || points('mergedInto'));
}

function pointsTo({ word, after }: Decision, field: 'parent' | 'mergedInto', key: string): boolean {
  const [codebook = ''] = word.split('/');
  return `${codebook}/${after?.code?.[field]}` === key;
}
