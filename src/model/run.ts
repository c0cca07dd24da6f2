import { z } from 'zod';

export const stageNameSchema = z.enum(['import', 'mine', 'screen', 'code']);

/** One execution of a stage; `id` is a hash of tool version, stage, options and inputs, never of the time. */
export const runSchema = z
  .object({
    id: z.string().regex(/^[0-9a-f]{16}$/),
    stage: stageNameSchema,
    toolVersion: z.string(),
    options: z.record(z.string(), z.unknown()).readonly(),
    /** What went in: content hashes of codebook, rules and dictionaries, ids of earlier runs. */
    inputs: z.record(z.string(), z.string()).readonly(),
    /** The exact case versions that went in. */
    cases: z.array(z.object({ caseId: z.string(), version: z.string() }).readonly()).readonly(),
    /** UTC, ISO 8601; not part of the identity. */
    time: z.string(),
    milliseconds: z.number().nonnegative(),
  })
  .readonly();

export type StageName = z.infer<typeof stageNameSchema>;
export type Run = z.infer<typeof runSchema>;
