import { userInfo } from 'node:os';
import type { Argv } from 'yargs';
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

/** ZHAGEN_CODER, else the name of the user at this machine. */
export function defaultCoder(): string {
  return process.env['ZHAGEN_CODER'] || userInfo().username;
}
