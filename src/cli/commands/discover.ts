import type { Argv } from 'yargs';
import { endWhenInterrupted } from '../end-when-interrupted.js';
import type { Globals, Io } from '../io.js';
import { engineOptions, ranOnSpark } from '../on-spark.js';
import { atLeast, discoverOptions } from '../options.js';
import { printNewWords } from '../print-lines.js';

/** `zhagen discover <files…|->`: a filter from text to ranked new words with all their scores. */
export function addDiscover(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'discover [files..]',
    commands.discover,
    (command) =>
      engineOptions(discoverOptions(command, io), io)
        .positional('files', { type: 'string', array: true, default: ['-'], describe: options.files })
        .option('dry-run', { type: 'boolean', default: false, describe: options.sparkDryRun })
        .option('clean', { type: 'boolean', default: false, describe: options.clean })
        .option('workers', { type: 'number', describe: options.workers, coerce: atLeast(io, 1, 'workers') })
        .option('format', { choices: ['tsv', 'jsonl'] as const, describe: options.format }),
    async (argv) => {
      endWhenInterrupted(io);
      if (await ranOnSpark(io, argv, 'discover', argv.files)) return;
      const { discoverInFiles } = await import('../../workflow/discover-filter.js');
      const words = discoverInFiles({
        ...argv,
        profile: argv.profile ?? 'both',
        minFrequency: argv.minFrequency ?? 3,
        maxLength: argv.maxLength ?? 8,
        onUnread: (parts) => {
          if (!argv.quiet) for (const line of io.say.reports.unread(parts)) io.note(line);
        },
      });
      await printNewWords(io, words, argv.json || argv.format === 'jsonl');
    },
  );
}
