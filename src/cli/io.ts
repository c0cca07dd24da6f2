import { loadMessages } from '../messages/load-messages.js';
import type { Messages } from '../messages/messages.js';
import type { Language } from '../model/language.js';

/** The flags that every command takes. */
export interface Globals {
  readonly db: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** What a command speaks with: data goes to standard output, everything else to standard error. */
export interface Io {
  readonly language: Language;
  readonly say: Messages;
  readonly toolVersion: string;
  readonly print: (data: string) => void;
  readonly json: (value: unknown) => void;
  readonly note: (line: string) => void;
}

/** The speech of one language, loaded alone, on the real streams. */
export async function openIo(language: Language, toolVersion: string): Promise<Io> {
  const say = await loadMessages(language);
  const print = (data: string) => void process.stdout.write(data.endsWith('\n') ? data : `${data}\n`);
  return {
    language,
    say,
    toolVersion,
    print,
    json: (value) => {
      for (const piece of jsonPieces(value)) process.stdout.write(escapeSteering(piece));
    },
    note: (line) => void process.stderr.write(`${printable(line)}\n`),
  };
}

/** Tells what a command did: the whole result as JSON on request, a few lines for people unless quiet. */
export function report(io: Io, { json, quiet }: Globals, result: unknown, lines: readonly string[]): void {
  if (json) io.json(result);
  if (!quiet) for (const line of lines) io.note(line);
}

/** What steers a terminal or turns the direction of writing; tab and line end may stay. */
const STEERING = /[^\P{Cc}\t\n]|[\p{Bidi_Control}\u2028\u2029]/gu;

/** A text without the characters that steer a terminal: a title cannot send escape codes. */
export function printable(text: string): string {
  return text.replace(STEERING, '\ufffd');
}

/** JSON that says the same and steers no terminal: JSON itself leaves C1 and bidirectional characters bare. */
export function escapeSteering(json: string): string {
  return json.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Elements of a list that become JSON together: no string holds hundreds of thousands of them. */
const AT_ONCE = 1000;

/** The JSON of a value on one line, a long list piece by piece. */
export function* jsonPieces(value: unknown): Generator<string> {
  if (!Array.isArray(value) || value.length <= AT_ONCE) {
    yield `${JSON.stringify(value)}\n`;
    return;
  }
  for (let at = 0; at < value.length; at += AT_ONCE) {
    yield `${at === 0 ? '[' : ','}${JSON.stringify(value.slice(at, at + AT_ONCE)).slice(1, -1)}`;
  }
  yield ']\n';
}
