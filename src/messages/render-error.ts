import type { UserError } from '../errors.js';
import type { Messages } from './messages.js';

/** The message of an error in the language of the program, with the single problems of a list under it. */
export function renderError(say: Messages, error: UserError): string {
  const message = say.errors[error.code] as (params: unknown) => string;
  const { problems } = error.params as { problems?: readonly UserError[] };
  const shown = (problems ?? []).slice(0, LISTED).map((problem) => `  ${renderError(say, problem)}`);
  const left = Math.max(0, (problems ?? []).length - LISTED);
  const more = left > 0 ? [`  ${say.more.problems(left)}`] : [];
  return [message(withShortTexts(say, error.params)), ...shown, ...more].join('\n');
}

/** Of the problems of many files or rows so many are named. */
const LISTED = 200;
/** What a message quotes of a file may be as long as the file: so many characters of it are enough. */
const QUOTED = 1000;

function withShortTexts(say: Messages, value: unknown): unknown {
  if (typeof value === 'string') return shortened(say, value);
  if (Array.isArray(value)) return value.map((one) => withShortTexts(say, one));
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  const entries = Object.entries(value).map(([name, one]) => [
    name,
    name === 'reason' && typeof one === 'string' ? inOurWords(say, one) : withShortTexts(say, one),
  ]);
  return Object.fromEntries(entries);
}

/** A reason of the system, such as `EBUSY: resource busy or locked`, in the words of the program. */
function inOurWords(say: Messages, reason: string): string {
  const words = say.systemReasons[/^E[A-Z]+(?=: )/.exec(reason)?.[0] ?? ''];
  return words === undefined ? shortened(say, reason) : reason.replace(/(?<=^E[A-Z]+: ).*/s, words);
}

function shortened(say: Messages, text: string): string {
  if (text.length <= QUOTED) return text;
  return `${text.slice(0, QUOTED).toWellFormed()}${say.more.characters(text.length - QUOTED)}`;
}
