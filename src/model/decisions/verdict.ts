import { z } from 'zod';
import { facetsSchema } from '../facets.js';
import { propertySchema } from '../theory.js';
import { decidedPartSchema, decidedRelationSchema } from './decided-theory.js';
import { verdictKindSchema } from './kind.js';

/**
 * The questions that verdicts answer: whether a keyword stays among those of a group (keep, drop, add, fold), which
 * core keyword it belongs to (merge, split), and what a code or level of a codebook is (group, promote, rename,
 * move, merge, split).
 */
export type Aspect = 'screening' | 'mapping' | 'code';

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
    /** What belongs to it; empty: what its label says. */
    definition: z.string().optional(),
    /** What does not belong to it. */
    exclude: z.array(z.string()).readonly().optional(),
    examples: z.array(z.string()).readonly().optional(),
    properties: z.array(propertySchema).readonly().optional(),
    facets: facetsSchema.optional(),
    /** It was empty and taken out of the codebook. */
    isDeleted: z.literal(true).optional(),
  })
  .readonly();

/** What a decision leaves in force for a keyword, the mapping of one, a code or a level. */
export const verdictSchema = z
  .object({
    kind: verdictKindSchema,
    /** The target as it was stated: of a fold a keyword, of a merge a core keyword, of a code its new parent or name. */
    into: z.string().optional(),
    /** fold, keep: a reader had added the word, so that it counts wherever it occurs. */
    added: z.literal(true).optional(),
    /** Of a code: what was decided about it so far. */
    code: decidedCodeSchema.optional(),
    /** Of two codes: how they are related. */
    relation: decidedRelationSchema.optional(),
    /** Of a codebook: its core category or storyline. */
    theory: decidedPartSchema.optional(),
    /** add: the case and passage the reader found it in, when the word itself does not occur there. */
    caseId: z.string().optional(),
    quote: z.string().optional(),
    decisionId: z.string(),
    coder: z.string(),
    reason: z.string(),
  })
  .readonly();

export type DecidedCode = z.infer<typeof decidedCodeSchema>;
export type Verdict = z.infer<typeof verdictSchema>;

/** A verdict now in force, as the stages take it; the word of a code is its `codeKey`, that of a level its `levelKey`. */
export interface DecidedWord {
  readonly group: string;
  readonly word: string;
  readonly aspect: Aspect;
  readonly verdict: Verdict;
}
