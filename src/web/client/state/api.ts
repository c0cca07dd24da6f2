import { hc } from 'hono/client';
import type { Refusal } from '../../answer-error.js';
import type { Api } from '../../app.js';

/** The routes of the server, typed as they are written there. */
export const api = hc<Api>('/api');

/** A request that the server refused, with its message for the reader. */
export class RequestRefused extends Error {
  constructor(
    readonly code: Refusal['code'],
    message: string,
  ) {
    super(message);
  }
}

/** The answer of a request as data. @throws RequestRefused with the server's message; TypeError where it does not answer */
export async function answerOf<Answer>(
  request: Promise<{ readonly ok: boolean; json(): Promise<Answer> }>,
): Promise<Answer> {
  const response = await request;
  if (response.ok) return response.json();
  const { code, message } = (await response.json()) as Refusal;
  throw new RequestRefused(code, message);
}
