import type { Argv } from 'yargs';
import { UserError } from '../errors.js';
import { type AttributeType, attributeTypeSchema } from '../model/attribute-type.js';
import { cleaningSteps, defaultSteps, type StepName, stepNameSchema } from '../model/cleaning-step.js';
import { profileSchema } from '../model/new-word.js';
import type { ImportOptions } from '../workflow/import-cases.js';
import type { Globals, Io } from './io.js';

/** The arguments of `import`, which `run` takes too. */
export function importOptions(command: Argv<Globals>, { say: { options } }: Io) {
  return command
    .positional('paths', { type: 'string', array: true, demandOption: true, describe: options.paths })
    .option('attributes', { type: 'string', describe: options.attributes })
    .option('batch', { type: 'string', describe: options.batch })
    .option('skip-bad', { type: 'boolean', default: false, describe: options['skip-bad'] })
    .option('clean-steps', { type: 'string', describe: options['clean-steps'] })
    .option('without-steps', { type: 'string', describe: options['without-steps'] })
    .option('simplify', { type: 'boolean', default: false, describe: options.simplify })
    .option('encoding', { type: 'string', describe: options.encoding })
    .option('text-column', { type: 'string', describe: options['text-column'] })
    .option('title-column', { type: 'string', describe: options['title-column'] })
    .option('id-column', { type: 'string', describe: options['id-column'] })
    .option('attribute-type', {
      type: 'string',
      array: true,
      describe: options['attribute-type'],
    });
}

/** The arguments of `import` as yargs reads them. */
type ImportArguments = Awaited<ReturnType<typeof importOptions>['argv']>;

/** What importing is told by its arguments. */
export function importSettings(argv: ImportArguments): ImportOptions {
  const without = stepList(argv.withoutSteps) ?? [];
  const chosen = stepList(argv.cleanSteps) ?? defaultSteps;
  const steps = cleaningSteps.filter(
    (step) => (chosen.includes(step) && !without.includes(step)) || (step === 'simplify' && argv.simplify),
  );
  const { paths, attributes, batch, skipBad, encoding } = argv;
  const columns = given({ text: argv.textColumn, title: argv.titleColumn, id: argv.idColumn });
  return {
    paths,
    attributes,
    attributeTypes: typesByName(argv.attributeType),
    batch,
    skipBad,
    steps,
    encoding,
    columns,
  };
}

function given(columns: Readonly<Record<string, string | undefined>>): Record<string, string> | undefined {
  const named = Object.entries(columns).flatMap(([role, name]) => (name === undefined ? [] : [[role, name]]));
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

function stepList(value: string | undefined): StepName[] | undefined {
  return value?.split(/[,，\s]+/).flatMap((name) => {
    if (name === '') return [];
    const step = stepNameSchema.safeParse(name);
    if (step.success) return [step.data];
    throw new UserError('cli/usage', { problem: `${name}: ${cleaningSteps.join(', ')}` });
  });
}

function typesByName(values: readonly string[] | undefined): Record<string, AttributeType> | undefined {
  if (values === undefined) return undefined;
  const types = values.map((value) => {
    const at = value.lastIndexOf('=');
    const type = attributeTypeSchema.safeParse(value.slice(at + 1));
    if (at > 0 && type.success) return [value.slice(0, at), type.data] as const;
    const known = attributeTypeSchema.options.join('|');
    throw new UserError('cli/usage', { problem: `--attribute-type ${value}: NAME=${known}` });
  });
  return Object.fromEntries(types);
}

/** The flags of `mine`, which `run` takes too. */
export function mineOptions<T extends Globals>(command: Argv<T>, io: Io) {
  const { options } = io.say;
  return discoverOptions(command, io)
    .option('by', { type: 'string', describe: options.by })
    .option('restat', { type: 'boolean', default: false, describe: options.restat });
}

/** The flags that say which new words are looked for. */
export function discoverOptions<T extends Globals>(command: Argv<T>, { say: { options } }: Io) {
  return command
    .option('profile', { choices: profileSchema.options, describe: options.profile })
    .option('min-frequency', {
      type: 'number',
      describe: options['min-frequency'],
      coerce: atLeast(2, 'min-frequency'),
    })
    .option('max-length', {
      type: 'number',
      describe: options['max-length'],
      coerce: atLeast(2, 'max-length'),
    })
    .option('top', { type: 'number', describe: options.top, coerce: atLeast(1, 'top') });
}

/** Accepts whole numbers from a least one on. */
export function atLeast(least: number, option: string): (value: number | undefined) => number | undefined {
  return (value) => {
    if (value !== undefined && (!Number.isInteger(value) || value < least)) {
      throw new UserError('cli/usage', { problem: `--${option}: ${least}, ${least + 1}, …` });
    }
    return value;
  };
}
