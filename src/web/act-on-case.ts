import { z } from 'zod';
import type { Context } from '../project/context.js';
import { readCaseCoding } from '../workflow/read-case-coding.js';
import { act, actSchema } from './acting.js';
import type { WebContext } from './web-env.js';

/** What every act in a case says: whether what others said is shown, and so in the answer. */
export const shown = actSchema.extend({ others: z.boolean().default(false) });

/** An act in a case. */
interface ActOnCase {
  readonly seen: number;
  readonly caseId: string;
  readonly others: boolean;
}

/** Does something in a case, and answers with what is coded there then. */
export async function actOnCase(
  context: WebContext,
  { seen, caseId, others }: ActOnCase,
  work: (acting: Context, coder: string) => Promise<unknown>,
) {
  return context.json(
    await act(context, seen, async (acting, coder) => {
      await work(acting, coder);
      return readCaseCoding(acting, caseId, { coder, withOthers: others });
    }),
  );
}
