import yargs, { type Argv } from 'yargs';
import { UserError } from '../errors.js';
import type { Messages } from '../messages/messages.js';
import { commandNames } from '../messages/names.js';
import type { OptionName } from '../messages/option-names.js';
import { nearest } from '../text/nearest.js';
import type { Globals, Io } from './io.js';

/** The flags that need a value. */
const VALUES: readonly OptionName[] = [
  'db',
  'lang',
  'attributes',
  'batch',
  'include-regions',
  'exclude-regions',
  'encoding',
  'clean-steps',
  'without-steps',
  'text-column',
  'title-column',
  'id-column',
  'profile',
  'min-frequency',
  'max-length',
  'by',
  'top',
  'rules',
  'codebook',
  'out',
  'coder',
  'status',
  'format',
  'weight',
  'reason',
  'group',
  'case',
  'quote',
  'on',
  'type',
  'memo',
  'as',
  'to',
  'idf',
  'against',
  'user-words',
  'stop-words',
  'reject-words',
  'new-words',
  'statistics',
];

/** The flags whose value may be empty. */
const MAY_BE_EMPTY = ['reason', 'definition', 'limits', 'example', 'property', 'facet', 'storyline'];

/** What yargs passes to a check beside the values, whatever its types say: among others the options that are lists. */
interface Parsing {
  readonly array: readonly string[];
}

/** The reader of the command line, without its commands; what it cannot read is `cli/usage`. */
export function makeParser(args: readonly string[], { say, language, toolVersion }: Io): Argv<Globals> {
  const { options, usage } = say;
  const cli = yargs(hideDashes(args));
  skipUnseenHelp(cli);
  return (
    cli
      .scriptName('zhagen')
      // Its own words in other languages lie in files, which a program joined into few files does not have.
      .locale(language)
      .updateStrings(say.parser as Record<string, string>)
      .option('db', { type: 'string', default: 'zhagen.db', describe: options.db })
      .option('json', { type: 'boolean', default: false, describe: options.json })
      .option('quiet', { type: 'boolean', default: false, describe: options.quiet })
      .option('lang', { choices: ['zh', 'en'] as const, describe: options.lang })
      .strict()
      .middleware(showDashes, true)
      .demandCommand(1, usage.needsCommand)
      // Of `cases` it is a switch; where it is a file its own option says so.
      .requiresArg(VALUES.filter((name) => name !== 'attributes'))
      .check((argv, parsing) => requireValues(argv, say, (parsing as unknown as Parsing).array))
      .epilogue(usage.example)
      .version(toolVersion)
      .wrap(Math.min(110, process.stdout.columns ?? 110))
      .fail((message, error) => {
        // What yargs reports itself is the user's slip; anything else that was thrown is told as it is.
        if (error && error.name !== 'YError') throw error;
        const asked = String(cli.parsed ? (cli.parsed.argv._[0] ?? '') : '');
        const command = args.find((arg) => commandNames.some((name) => name === arg));
        const problem =
          command === undefined && asked !== ''
            ? usage.unknownCommand(asked, nearest(asked, commandNames, 3).join(', '))
            : (message ?? error?.message ?? '');
        throw new UserError('cli/usage', {
          problem: [
            problem.includes('non-option') ? usage.missingArgument : problem,
            usage.see(command === undefined ? '' : `${command} `),
          ].join('\n'),
        });
      })
  );
}

/** Stands for the dash that a name after `--` begins with: what is behind that, yargs gives to no command. */
const DASH = '\u{f002d}';

function hideDashes(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  if (end < 0) return [...args];
  return [...args.slice(0, end), ...args.slice(end + 1).map((arg) => arg.replace(/^-/, DASH))];
}

function showDashes(argv: Record<string, unknown>): void {
  const shown = (value: unknown): unknown =>
    typeof value === 'string' ? value.replace(DASH, '-') : Array.isArray(value) ? value.map(shown) : value;
  for (const [name, value] of Object.entries(argv)) argv[name] = shown(value);
}

/** yargs lays out the help of a command whenever it begins one, for errors that show it: ours name `--help` instead. */
function skipUnseenHelp(cli: Argv): void {
  const { getInternalMethods } = cli as unknown as {
    readonly getInternalMethods: () => { getUsageInstance: () => { cacheHelpMessage: () => void } };
  };
  getInternalMethods.call(cli).getUsageInstance().cacheHelpMessage = () => {};
}

/** yargs takes a flag with an empty value, and a flag given twice, for what no command expects. */
function requireValues(
  argv: Readonly<Record<string, unknown>>,
  { usage }: Messages,
  lists: readonly string[],
): true {
  for (const [name, value] of Object.entries(argv)) {
    const isFlag = VALUES.some((flag) => flag === name);
    if ([value].flat().includes('') && !MAY_BE_EMPTY.includes(name)) {
      throw new UserError('cli/usage', { problem: usage.needsValue(isFlag ? `--${name}` : name) });
    }
    if (isFlag && Array.isArray(value) && !lists.includes(name)) {
      throw new UserError('cli/usage', { problem: usage.givenTwice(`--${name}`) });
    }
  }
  return true;
}
