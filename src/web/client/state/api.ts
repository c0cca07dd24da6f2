import { shellWords } from '../../../messages/web/shell.js';
import { LARGEST_BODY } from '../../../model/largest-body.js';
import type { Refusal } from '../../answer-error.js';
import { callRoutes } from './call-routes.js';
import { fetchInTurn } from './fetch-in-turn.js';
import { language } from './preferences.js';

/** Which opening of a project this page shows; null until the server says it. */
let opening: number | null = null;

/** The routes of the server, typed as they are written there. */
export const api = callRoutes('/api', sendWithinLimit);

/**
 * Sends a request that the server would read. It hangs up on a larger one, which looks as if it did not answer at all, and
 * would be tried again without end.
 * @throws RequestRefused where the body is too large
 */
function sendWithinLimit(address: string, { body, headers, ...init }: RequestInit): Promise<Response> {
  if (typeof body === 'string' && new Blob([body]).size > LARGEST_BODY) {
    const message = shellWords[language.value].tooLarge(LARGEST_BODY / 1_000_000);
    return Promise.reject(new RequestRefused('web/too-large', message));
  }
  const ofOpening = opening !== null && { 'x-zhagen-opening': String(opening) };
  return fetchInTurn(address, { ...init, body: body ?? null, headers: { ...headers, ...ofOpening } });
}

let isChanging = false;

/** Has the page change the project itself, and then begin again with it. */
export async function changeProject(change: () => Promise<void>): Promise<void> {
  isChanging = true;
  try {
    await change();
    location.assign('/');
  } finally {
    isChanging = false;
  }
}

/** Takes which project is open; when it is another one than before, the page begins again with it. */
export function followOpening(told: number): void {
  if (opening === null) opening = told;
  else if (opening !== told && !isChanging) location.assign('/');
}

/** A request that the server refused, with its message for the reader. */
export class RequestRefused extends Error {
  constructor(
    readonly code: Refusal['code'],
    message: string,
  ) {
    super(message);
  }
}

/** What a request can be answered with. */
interface Answered<Answer> {
  readonly ok: boolean;
  json(): Promise<Answer>;
}

/** The answer of a request as data. @throws RequestRefused with the server's message; TypeError where it does not answer */
export async function answerOf<Answer>(request: Promise<Answered<Answer>>): Promise<Answer> {
  const response = await request;
  if (response.ok) return response.json();
  throw await refusalOf(response);
}

/** The parts of an answer, a line of JSON each, as they arrive. @throws as `answerOf` */
export async function* partsOf<Part>(
  request: Promise<Answered<unknown> & Pick<Response, 'body'>>,
): AsyncGenerator<Part> {
  const response = await request;
  if (!response.ok || response.body === null) throw await refusalOf(response);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let begun = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const lines = (begun + next.value).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}

async function refusalOf(response: Answered<unknown>): Promise<RequestRefused> {
  // What is refused by something other than the program, such as a proxy, has no message of its own.
  const { code, message } = await (response.json() as Promise<Refusal>).catch(() => ({
    code: 'web/bad-request' as const,
    message: shellWords[language.value].failed,
  }));
  return new RequestRefused(code, message);
}
