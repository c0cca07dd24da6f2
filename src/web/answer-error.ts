import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorCode, UserError } from '../errors.js';
import { loadMessages } from '../messages/load-messages.js';
import { renderErrorInPage } from '../messages/render-error-in-page.js';
import type { WebEnv } from './web-env.js';

/** What a refused request is answered with. */
export interface Refusal {
  readonly code: ErrorCode | 'bug';
  /** For the reader, in the language of the page. */
  readonly message: string;
}

/** What is not simply a wrong request. */
const STATUS: Readonly<Record<string, ContentfulStatusCode>> = {
  'web/no-session': 401,
  'web/foreign-host': 403,
  'web/foreign-page': 403,
  'web/too-large': 413,
  'web/not-found': 404,
  'cases/unknown-case': 404,
  'decide/changed-since': 409,
  'web/other-project': 409,
  'store/busy': 503,
};

/** Answers a mistake of the user with its message, and anything else as a fault of the program, told on the console too. */
export const answerError: ErrorHandler<WebEnv> = async (thrown, context) => {
  // Nobody waits for the answer to a request that was broken off.
  if (context.req.raw.signal.aborted) return context.body(null, 400);
  const language = context.get('language') ?? 'zh';
  const say = await loadMessages(language);
  const error = thrown instanceof HTTPException ? new UserError('web/bad-request', { field: '' }) : thrown;
  if (error instanceof UserError) {
    // Most routes bear the name of the page that calls them.
    const [, , here] = context.req.path.split('/');
    return context.json<Refusal>(
      { code: error.code, message: renderErrorInPage(say, error, language, here) },
      STATUS[error.code] ?? 400,
    );
  }
  process.stderr.write(`${error.stack ?? error.message}\n`);
  return context.json<Refusal>({ code: 'bug', message: `${say.bug}\n${error.message}` }, 500);
};
