import type { Argv } from 'yargs';
import type { PartFlags } from '../workflow/parts/part-flags.js';
import type { Globals, Io } from './io.js';
import { atLeast, discoverOptions } from './options.js';

/** The flags of the commands that work in parts, none of which is set where it is not given. */
export function partOptions<T extends Globals>(command: Argv<T>, io: Io) {
  const { options } = io.say;
  return discoverOptions(command, io)
    .option('clean', { type: 'boolean', describe: options.clean })
    .option('new-words', { type: 'string', requiresArg: true, describe: options['new-words'] })
    .option('every-word', { type: 'boolean', describe: options['every-word'] })
    .option('idf', { type: 'string', describe: options.idf })
    .option('codebook', { type: 'string', describe: options.codebook })
    .option('workers', { type: 'number', describe: options.workers, coerce: atLeast(io, 1, 'workers') })
    .option('format', { choices: ['tsv', 'jsonl'] as const, describe: options.format });
}

/** The flags of a work in parts as they were given. */
export function partFlags(argv: PartFlags): PartFlags {
  const { profile, minFrequency, maxLength, top, clean, newWords, everyWord, idf, codebook, format } = argv;
  const { userWords, stopWords, rejectWords } = argv;
  return {
    ...{ profile, minFrequency, maxLength, top, clean, newWords, everyWord, idf, codebook, format },
    ...{ userWords, stopWords, rejectWords },
  };
}
