import { z } from 'zod';

/** When coders see what the program proposes in a case: once they are done with it or ask for it, or always. */
export const proposalsSettingSchema = z.enum(['when-done', 'always']);

export type ProposalsSetting = z.infer<typeof proposalsSettingSchema>;
