import type { UserError } from '../errors.js';
import { groupBy } from '../text/group-by.js';
import type { Messages } from './messages.js';

/** The message of an error in the language of the program, with the problems of its list under it. */
export function renderError(say: Messages, error: UserError): string {
  const message = say.errors[error.code] as (params: unknown) => string;
  const { problems } = error.params as { problems?: readonly UserError[] };
  const listed = renderProblems(say, problems ?? []).map((problem) => `  ${problem}`);
  return [message(withShortTexts(say, error.params)), ...listed].join('\n');
}

/** So many problems of one kind are all told; of more than that so many, and of the others so many places. */
const MANY = 50;
const TOLD = 5;
const PLACES = 20;

/** The problems of many files or rows: of each kind the first ones, how many more there are, and where. */
export function renderProblems(say: Messages, problems: readonly UserError[]): string[] {
  return [...groupBy(problems, kindOf).values()].flatMap((same) => {
    const isMany = same.length > MANY;
    const told = (isMany ? same.slice(0, TOLD) : same).map((problem) => renderError(say, problem));
    const left = isMany ? same.slice(TOLD) : [];
    if (left.length === 0) return told;
    const places = left.slice(0, PLACES).map((problem) => placeOf(renderError(say, problem)));
    return [...told, say.more.problems(left.length, places, left.length > PLACES)];
  });
}

/** The code of a problem, and of what is wrong at the place that it names. */
function kindOf({ code, params }: UserError): string {
  return 'problems' in params ? [code, ...params.problems.map(kindOf)].join(' ') : code;
}

/** Messages begin with what they are about, a file or a row: what comes before the first stop. */
const placeOf = (message: string): string => /^.+?(?=[：，。]|[:,.](?:\s|$))/.exec(message)?.[0] ?? message;

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
