import { once } from 'node:events';
import type { Argv } from 'yargs';
import { endWhenInterrupted } from '../end-when-interrupted.js';
import type { Globals, Io } from '../io.js';
import { atLeast } from '../options.js';

/** `zhagen keywords <file|->`: a filter from JSONL to the keywords of each line. */
export function addKeywords(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'keywords [file]',
    commands.keywords,
    (command) =>
      command
        .positional('file', { type: 'string', default: '-', describe: options.file })
        .option('top', { type: 'number', default: 10, describe: options.top, coerce: atLeast(io, 1, 'top') })
        .option('idf', {
          choices: ['shipped', 'corpus'] as const,
          default: 'shipped',
          describe: options.idf,
        } as const)
        .option('user-words', { type: 'string', describe: options['user-words'] })
        .option('stop-words', { type: 'string', describe: options['stop-words'] })
        .option('reject-words', { type: 'string', describe: options['reject-words'] })
        .option('workers', { type: 'number', describe: options.workers, coerce: atLeast(io, 1, 'workers') })
        .option('clean', { type: 'boolean', default: false, describe: options.clean }),
    async (argv) => {
      endWhenInterrupted(io);
      const { keywordsOfLines } = await import('../../workflow/keywords-filter.js');
      for await (const line of keywordsOfLines({ ...argv, top: argv.top ?? 10 })) {
        io.json(line);
        if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
      }
    },
  );
}
