import { userInfo } from 'node:os';
import type { Argv } from 'yargs';
import { UserError } from '../errors.js';
import type { Io } from './io.js';

/** `--coder` and `--reason` of the verbs that decide. */
export function whoAndWhy<T>(command: Argv<T>, io: Io) {
  return who(command, io).option('reason', {
    type: 'string',
    default: '',
    describe: io.say.options.reason,
  });
}

/** `--coder`: who acts. */
export function who<T>(command: Argv<T>, { say: { options } }: Io) {
  return command.option('coder', { type: 'string', default: defaultCoder(), describe: options.coder });
}

/** `--view`: whose rows are read. */
export function view<T>(command: Argv<T>, { say: { options } }: Io) {
  return command.option('view', { type: 'string', requiresArg: true, describe: options.view });
}

/** `--view` of commands that only read, with the coder whose view `blind` is. */
export function viewAndWhose<T>(command: Argv<T>, io: Io) {
  return view(command, io).option('coder', {
    type: 'string',
    requiresArg: true,
    describe: io.say.options.blindCoder,
  });
}

/** What these flags ask for: the view `blind` is that of whoever acts, where nobody is named. */
export function viewRequest<
  T extends { readonly view?: string | undefined; readonly coder?: string | undefined },
>(argv: T): T {
  const coder = argv.view === 'blind' ? (argv.coder ?? process.env['ZHAGEN_CODER']) : argv.coder;
  return { ...argv, coder: coder || undefined };
}

/** ZHAGEN_CODER, else the name of the user at this machine. */
export function defaultCoder(): string {
  return process.env['ZHAGEN_CODER'] || userInfo().username;
}

/**
 * Reads what coders are called elsewhere and here: `there=here,…`.
 * @throws UserError join/bad-coder-map
 */
export function readCoderMap(given: string | undefined): Record<string, string> {
  const pairs = (given ?? '').split(/[,，、]/).filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [there, here, ...more] = pair.split('=').map((name) => name.normalize('NFC').trim());
      if (!there || !here || more.length > 0) throw new UserError('join/bad-coder-map', { given: pair });
      return [there, here];
    }),
  );
}
