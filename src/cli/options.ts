import type { Argv } from 'yargs';
import { UserError } from '../errors.js';
import type { Profile } from '../model/new-word.js';
import type { Globals, Io } from './io.js';

// Spelt out, because loading the schemas takes longer than the whole of --help.
const profiles = ['words', 'phrases', 'both'] as const satisfies readonly Profile[];

/** The arguments of `import`, which `run` takes too. */
export function importOptions(command: Argv<Globals>, io: Io) {
  const { options } = io.say;
  return regionOptions(command, io)
    .positional('paths', { type: 'string', array: true, demandOption: true, describe: options.paths })
    .option('attributes', { type: 'string', requiresArg: true, describe: options.attributes })
    .option('batch', { type: 'string', describe: options.batch })
    .option('skip-bad', { type: 'boolean', default: false, describe: options['skip-bad'] })
    .option('split-by', { type: 'string', requiresArg: true, describe: options['split-by'] })
    .option('without-text', { type: 'boolean', default: false, describe: options['without-text'] })
    .option('segmented', { type: 'boolean', default: false, describe: options.segmented })
    .option('clean-steps', { type: 'string', describe: options['clean-steps'] })
    .option('without-steps', { type: 'string', describe: options['without-steps'] })
    .option('simplify', { type: 'boolean', default: false, describe: options.simplify })
    .option('encoding', { type: 'string', describe: options.encoding })
    .option('limit', { type: 'string', array: true, nargs: 1, describe: options.limit })
    .option('text-column', { type: 'string', describe: options['text-column'] })
    .option('title-column', { type: 'string', describe: options['title-column'] })
    .option('id-column', { type: 'string', describe: options['id-column'] })
    .option('attribute-type', {
      type: 'string',
      array: true,
      nargs: 1,
      describe: options['attribute-type'],
    });
}

/** The flags that change which kinds of regions count. */
export function regionOptions<T extends Globals>(command: Argv<T>, { say: { options } }: Io) {
  return command
    .option('include-regions', { type: 'string', describe: options['include-regions'] })
    .option('exclude-regions', { type: 'string', describe: options['exclude-regions'] });
}

/** `--seed` of what is drawn by lot. */
export function seed<T>(command: Argv<T>, io: Io) {
  const describe = io.say.options.seed;
  return command.option('seed', { type: 'number', default: 1, describe, coerce: atLeast(io, 0, 'seed') });
}

/** `--codebook` and `--status`: which codings are counted. */
export function codingFilter<T>(command: Argv<T>, { say: { options } }: Io) {
  const choices = ['all', 'confirmed'] as const;
  return command
    .option('codebook', { type: 'string', describe: options.codebook })
    .option('status', { choices, default: 'all' as const, describe: options.status });
}

/** `--resamples` and `--seed` of intervals. */
export function resampling<T>(command: Argv<T>, io: Io) {
  return seed(
    command.option('resamples', {
      type: 'number',
      default: 1000,
      describe: io.say.options.resamples,
      coerce: atLeast(io, 0, 'resamples'),
    }),
    io,
  );
}

/** The flags of `mine`, which `run` takes too. */
export function mineOptions<T extends Globals>(command: Argv<T>, io: Io) {
  const { options } = io.say;
  return discoverOptions(command, io)
    .option('by', { type: 'string', describe: options.by })
    .option('statistics', { type: 'string', requiresArg: true, describe: options.statistics })
    .option('restat', { type: 'boolean', default: false, describe: options.restat });
}

/** Refuses flags about a project's own statistics beside a file of others. */
export function refuseBesideStatistics(
  { say: { usage } }: Io,
  argv: { readonly statistics?: string | undefined } & Readonly<Record<string, unknown>>,
): void {
  if (argv.statistics === undefined) return;
  for (const other of ['restat', 'profile', 'min-frequency', 'max-length']) {
    if (!argv[other]) continue;
    throw new UserError('cli/usage', { problem: usage.notTogether('--statistics', `--${other}`) });
  }
}

/** The flags that say which new words are looked for. */
export function discoverOptions<T extends Globals>(command: Argv<T>, io: Io) {
  const { options } = io.say;
  return command
    .option('profile', { choices: profiles, describe: options.profile })
    .option('min-frequency', {
      type: 'number',
      describe: options['min-frequency'],
      coerce: atLeast(io, 2, 'min-frequency'),
    })
    .option('max-length', {
      type: 'number',
      describe: options['max-length'],
      coerce: atLeast(io, 2, 'max-length'),
    })
    .option('top', { type: 'number', describe: options.top, coerce: atLeast(io, 1, 'top') })
    .option('user-words', { type: 'string', describe: options['user-words'] })
    .option('stop-words', { type: 'string', describe: options['stop-words'] })
    .option('reject-words', { type: 'string', describe: options['reject-words'] });
}

/** Accepts whole numbers from a least one on. */
export function atLeast(
  { say: { usage } }: Io,
  least: number,
  option: string,
): (value: number | undefined) => number | undefined {
  return (value) => {
    if (value !== undefined && (!Number.isInteger(value) || value < least)) {
      // yargs passes on only the message of what is thrown here.
      throw new Error(usage.atLeast(option, least));
    }
    return value;
  };
}

/** The names that an option lists, with commas between in any width; undefined where it is not given. */
export function splitNames(names: string | undefined): string[] | undefined {
  return names
    ?.split(/[,，、]/)
    .map((name) => name.trim())
    .filter(Boolean);
}
