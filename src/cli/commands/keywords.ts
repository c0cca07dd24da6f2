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
        .option('top', { type: 'number', default: 10, describe: options.top, coerce: atLeast(1, 'top') })
        .option('idf', {
          choices: ['shipped', 'corpus'] as const,
          default: 'shipped',
          describe: options.idf,
        } as const)
        .option('clean', { type: 'boolean', default: false, describe: options.clean }),
    async ({ file, top = 10, idf, clean }) => {
      endWhenInterrupted(io);
      const { keywordsOfLines } = await import('../../workflow/keywords-filter.js');
      for await (const line of keywordsOfLines({ file, top, idf, clean })) {
        io.json(line);
        if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
      }
    },
  );
}
