import type { UserError } from '../errors.js';
import type { Messages } from './messages.js';

/** The message of an error in the language of the program, with the single problems of a list under it. */
export function renderError(say: Messages, error: UserError): string {
  const message = say.errors[error.code] as (params: unknown) => string;
  const { problems } = error.params as { problems?: readonly UserError[] };
  const listed = (problems ?? []).map((problem) => `  ${renderError(say, problem)}`);
  return [message(withShortTexts(error.params)), ...listed].join('\n');
}

/** What a message quotes of a file may be as long as the file: so many characters of it are enough. */
const QUOTED = 1000;

function withShortTexts(value: unknown): unknown {
  if (typeof value === 'string' && value.length > QUOTED) return `${value.slice(0, QUOTED).toWellFormed()}…`;
  if (Array.isArray(value)) return value.map(withShortTexts);
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withShortTexts(one)]));
}
