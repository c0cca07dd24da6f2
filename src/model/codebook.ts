import { z } from 'zod';
import { bilingualSchema } from './bilingual.js';
import { codingRuleSchema } from './coding-rule.js';
import { facetsSchema } from './facets.js';
import { propertySchema, theorySchema } from './theory.js';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);

const wordings = z.array(z.string().min(1)).readonly().default([]);

/**
 * Where a match does not count: `negation` right after a word that denies it (没有, 未 …), `heading` in a line
 * without any sentence mark, `citation` within 《》.
 */
const exceptSchema = z.array(z.enum(['negation', 'heading', 'citation'])).readonly();

/** How many levels a codebook has at most. */
export const MOST_LEVELS = 5;

/** One level of a framework, from the top down, under the names its authors use. */
const codeLevelSchema = z.object({ id: slug, name: bilingualSchema }).strict().readonly();

/**
 * A code of any level. `terms` are the words that stand for it besides its label, `weak` those of them that say
 * too little alone (a label listed there counts all the same), `rules` the wordings that no fixed word reaches;
 * `weight` is how much a match says about the code (1 for most).
 */
export const codeSchema = z
  .object({
    id: slug,
    label: bilingualSchema,
    level: slug,
    parent: z.string().nullable().default(null),
    definition: z.string().min(1),
    include: wordings,
    exclude: wordings,
    examples: wordings,
    terms: z.array(z.string().min(1)).readonly().default([]),
    weak: wordings,
    rules: z.array(codingRuleSchema).readonly().default([]),
    weight: z.number().positive().max(100).default(1),
    except: exceptSchema.optional(),
    properties: z.array(propertySchema).readonly().default([]),
    facets: facetsSchema.optional(),
    note: z.string().optional(),
  })
  .strict()
  .readonly();

/** A coding framework: levels from the top (selective) to the bottom (open), and its codes. */
export const codebookSchema = z
  .object({
    id: slug,
    title: bilingualSchema,
    version: z.string().min(1),
    source: z.string().min(1),
    note: z.string().optional(),
    except: exceptSchema.default([]),
    context: wordings,
    theory: theorySchema.optional(),
    levels: z.array(codeLevelSchema).min(1).max(MOST_LEVELS).readonly(),
    codes: z.array(codeSchema).min(1).readonly(),
  })
  .strict()
  .readonly();

/** The name that asks for no codebook: keywords stand for themselves until people grow a codebook of them. */
export const NO_CODEBOOK = 'none';

/** What people start from when no codebook is applied: three levels and no code; its id is empty. */
export const GROWING: Codebook = {
  id: '',
  title: { zh: '归纳所得编码框架', en: 'Codebook grown from the data' },
  version: '1',
  source: 'zhagen',
  except: [],
  context: [],
  levels: [
    { id: 'selective', name: { zh: '选择性编码', en: 'Selective coding' } },
    { id: 'axial', name: { zh: '主轴编码', en: 'Axial coding' } },
    { id: 'open', name: { zh: '开放性编码', en: 'Open coding' } },
  ],
  codes: [],
};

export type CodeLevel = z.infer<typeof codeLevelSchema>;
export type Code = z.infer<typeof codeSchema>;
export type Codebook = z.infer<typeof codebookSchema>;
