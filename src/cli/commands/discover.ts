import type { Argv } from 'yargs';
import { endWhenInterrupted } from '../end-when-interrupted.js';
import type { Globals, Io } from '../io.js';
import { atLeast, discoverOptions } from '../options.js';

const columns = [
  'word',
  'pos',
  'score',
  'frequency',
  'cases',
  'cohesion',
  'leftEntropy',
  'rightEntropy',
  'hmmShare',
  'alignment',
  'knownAlignment',
  'cutsInside',
  'beginShare',
  'endShare',
  'length',
  'inDictionary',
] as const;

/** `zhagen discover <files…|->`: a filter from text to ranked new words with all their scores. */
export function addDiscover(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'discover [files..]',
    commands.discover,
    (command) =>
      discoverOptions(command, io)
        .positional('files', { type: 'string', array: true, default: ['-'], describe: options.files })
        .option('clean', { type: 'boolean', default: false, describe: options.clean })
        .option('workers', { type: 'number', describe: options.workers, coerce: atLeast(1, 'workers') })
        .option('format', { choices: ['tsv', 'jsonl'] as const, describe: options.format }),
    async (argv) => {
      endWhenInterrupted(io);
      const { discoverInFiles } = await import('../../workflow/discover-filter.js');
      const words = await discoverInFiles({
        ...argv,
        profile: argv.profile ?? 'both',
        minFrequency: argv.minFrequency ?? 3,
        maxLength: argv.maxLength ?? 8,
      });
      if (argv.json || argv.format === 'jsonl') {
        for (const word of words) io.json(word);
        return;
      }
      io.print(columns.join('\t'));
      for (const word of words) io.print(columns.map((column) => word[column]).join('\t'));
    },
  );
}
