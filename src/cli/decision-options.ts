import type { Argv } from 'yargs';
import { whoAndWhy } from './coder-options.js';
import type { Globals, Io } from './io.js';

/** The flags of a decision about keywords. */
export function decisionOptions(kind: string, command: Argv<Globals>, io: Io) {
  const { options } = io.say;
  return founding(kind, named(whoAndWhy(command, io), io), io)
    .option('group', { type: 'string', describe: options.group })
    .option('case', { type: 'string', describe: options.case })
    .option('quote', { type: 'string', describe: options.quote });
}

/** The words that a decision is about. */
export function named<T extends Globals>(command: Argv<T>, { say: { options } }: Io) {
  return command.positional('words', {
    type: 'string',
    array: true,
    demandOption: true,
    describe: options.words,
  });
}

/** `--new` for the verbs that may found what they name; the others refuse it as unknown. */
export function founding<T extends Globals>(kind: string, command: Argv<T>, { say: { options } }: Io) {
  type Founding = Argv<T & { new: boolean | undefined }>;
  const founds = ['fold', 'merge', 'group', 'promote', 'move'].includes(kind);
  return founds
    ? command.option('new', { type: 'boolean', describe: options.new })
    : (command as unknown as Founding);
}
