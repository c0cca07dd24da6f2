import { z } from 'zod';
import { UserError } from '../errors.js';
import type { Context } from '../project/context.js';
import { currentRevision } from '../project/require-revision.js';
import type { WebContext } from './web-env.js';

/** What every act says beside what it is: the revision that the page showed, and why, where somebody wrote it. */
export const actSchema = z.object({ seen: z.number().int(), reason: z.string().default('') });

/** What an act is answered with: the revision at which it is in force, and what it did. */
export interface Acted<T> {
  readonly revision: number;
  readonly result: T;
}

/** Who works in this browser. @throws UserError web/no-coder */
export function coderOf({ var: { session } }: WebContext): string {
  if (session.coder === null) throw new UserError('web/no-coder', {});
  return session.coder;
}

/**
 * Does something in the project under the name of who works in this browser, if nobody changed it since they saw it. Sent again
 * word by word, because its answer was lost on the way, it is answered with what it did.
 */
export async function act<T>(
  context: WebContext,
  seen: number,
  work: (context: Context, coder: string) => Promise<T> | T,
): Promise<Acted<T>> {
  const coder = coderOf(context);
  const { session, workbench } = context.var;
  const { project, opening } = workbench;
  const request = JSON.stringify([opening, coder, context.req.path, await context.req.text()]);
  if (session.lastAct?.request === request) return session.lastAct.answer as Promise<Acted<T>>;
  const answer = project.act(
    async (acting) => {
      const result = await work(acting, coder);
      return { revision: currentRevision(acting), result };
    },
    { expectedRevision: seen },
  );
  session.lastAct = { request, answer };
  // What was refused may be possible now.
  answer.catch(() => {
    if (session.lastAct?.answer === answer) session.lastAct = null;
  });
  return answer;
}
