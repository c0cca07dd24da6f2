import type { Argv } from 'yargs';
import { endWhenInterrupted } from '../end-when-interrupted.js';
import type { Globals, Io } from '../io.js';
import { engineOptions, ranOnSpark } from '../on-spark.js';
import { atLeast } from '../options.js';
import { printText } from '../print-lines.js';

/** `zhagen terms <paths…>`: a filter from cases to the statistics file that `mine --statistics` takes. */
export function addTerms(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'terms <paths..>',
    commands.terms,
    (command) =>
      engineOptions(command, io)
        .positional('paths', { type: 'string', array: true, demandOption: true, describe: options.paths })
        .option('dry-run', { type: 'boolean', default: false, describe: options.sparkDryRun })
        .option('new-words', { type: 'string', requiresArg: true, describe: options['new-words'] })
        .option('every-word', { type: 'boolean', default: false, describe: options['every-word'] })
        .option('clean', { type: 'boolean', default: false, describe: options.cleanEveryWord })
        .option('user-words', { type: 'string', describe: options['user-words'] })
        .option('stop-words', { type: 'string', describe: options['stop-words'] })
        .option('reject-words', { type: 'string', describe: options['reject-words'] })
        .option('workers', { type: 'number', describe: options.workers, coerce: atLeast(io, 1, 'workers') }),
    async (argv) => {
      endWhenInterrupted(io);
      if (await ranOnSpark(io, argv, 'terms', argv.paths)) return;
      const { termsOfFiles, wordsOfFiles } = await import('../../workflow/terms-filter.js');
      if (argv.everyWord) {
        const { lines } = await wordsOfFiles({ ...argv, files: argv.paths });
        return printText(lines);
      }
      const lines = termsOfFiles({
        ...argv,
        onUnread: (parts) => {
          if (!argv.quiet) for (const line of io.say.reports.unread(parts)) io.note(line);
        },
      });
      await printText(lines);
    },
  );
}
