import { z } from 'zod';
import type { Span } from '../model/span.js';
import type { Context } from '../project/context.js';
import type { DecideReport } from '../workflow/follow-decisions.js';
import { type ReadCoding, readCaseCoding, readCodingAt } from '../workflow/read-case-coding.js';
import type { ReadPassage } from '../workflow/read-passages.js';
import { showProposals } from '../workflow/show-proposals.js';
import { act, actSchema } from './acting.js';
import type { WebContext } from './web-env.js';

/** What every act in a case says: whether what others said is shown, and so in the answer. */
export const shown = actSchema.extend({ others: z.boolean().default(false) });

/** What is coded in a case after an act: all of it, or what of it became other since the revision that was seen. */
export type CodingAfter =
  | { readonly whole: ReadCoding }
  | { readonly seen: number; readonly spans: readonly Span[]; readonly passages: readonly ReadPassage[] };

/** An act in a case. */
interface ActOnCase {
  readonly seen: number;
  readonly caseId: string;
  readonly others: boolean;
}

/** Does something in a case, and answers with all that is coded there then. */
export async function actOnCase(
  context: WebContext,
  { seen, caseId, others }: ActOnCase,
  work: (acting: Context, coder: string) => Promise<unknown>,
) {
  return context.json(
    await act(context, seen, async (acting, coder): Promise<CodingAfter> => {
      await work(acting, coder);
      const whole = readCaseCoding(acting, caseId, { coder, withOthers: others });
      if (whole.isFirstShown) showProposals(acting, { cases: [caseId], coder });
      return { whole: { ...whole, isFirstShown: false } };
    }),
  );
}

/** Says something of places of a case, and answers with what is coded there then, and elsewhere where that follows from it. */
export async function actAt(
  context: WebContext,
  { seen, caseId, others, spans }: ActOnCase & { readonly spans: readonly Span[] },
  work: (acting: Context, coder: string) => Promise<DecideReport>,
) {
  return context.json(
    await act(context, seen, async (acting, coder): Promise<CodingAfter> => {
      const asked = { coder, withOthers: others };
      const { derived } = await work(acting, coder);
      if (derived !== null) return { whole: readCaseCoding(acting, caseId, asked) };
      return { seen, spans, passages: readCodingAt(acting, caseId, { ...asked, spans }) };
    }),
  );
}
