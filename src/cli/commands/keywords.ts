import type { Argv } from 'yargs';
import { endWhenInterrupted } from '../end-when-interrupted.js';
import type { Globals, Io } from '../io.js';
import { engineOptions, ranOnSpark } from '../on-spark.js';
import { atLeast } from '../options.js';
import { printJsonLines } from '../print-lines.js';

/** `zhagen keywords <files…|->`: a filter from JSONL, or files of cases, to the keywords of each line or case. */
export function addKeywords(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'keywords [files..]',
    commands.keywords,
    (command) =>
      engineOptions(command, io)
        .positional('files', { type: 'string', array: true, default: ['-'], describe: options.files })
        .option('top', { type: 'number', default: 10, describe: options.top, coerce: atLeast(io, 1, 'top') })
        .option('idf', { type: 'string', default: 'shipped', describe: options.idf })
        .option('user-words', { type: 'string', describe: options['user-words'] })
        .option('stop-words', { type: 'string', describe: options['stop-words'] })
        .option('reject-words', { type: 'string', describe: options['reject-words'] })
        .option('workers', { type: 'number', describe: options.workers, coerce: atLeast(io, 1, 'workers') })
        .option('dry-run', { type: 'boolean', default: false, describe: options.sparkDryRun })
        .option('clean', { type: 'boolean', default: false, describe: options.clean }),
    async (argv) => {
      endWhenInterrupted(io);
      if (await ranOnSpark(io, argv, 'keywords', argv.files)) return;
      const { keywordsOfLines } = await import('../../workflow/keywords-filter.js');
      await printJsonLines(io, keywordsOfLines({ ...argv, top: argv.top ?? 10 }));
    },
  );
}
