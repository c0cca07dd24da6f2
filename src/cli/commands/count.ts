import { once } from 'node:events';
import type { Argv } from 'yargs';
import { endWhenInterrupted } from '../end-when-interrupted.js';
import type { Globals, Io } from '../io.js';
import { atLeast } from '../options.js';

/** `zhagen count <files…|->`: a filter from text to the counts of all its strings. */
export function addCount(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'count [files..]',
    commands.count,
    (command) =>
      command
        .positional('files', { type: 'string', array: true, default: ['-'], describe: options.files })
        .option('max-length', {
          type: 'number',
          default: 8,
          describe: options['max-length'],
          coerce: atLeast(io, 2, 'max-length'),
        })
        .option('clean', { type: 'boolean', default: false, describe: options.clean })
        .option('workers', { type: 'number', describe: options.workers, coerce: atLeast(io, 1, 'workers') }),
    async (argv) => {
      endWhenInterrupted(io);
      const { countInFiles } = await import('../../workflow/count-filter.js');
      const counts = countInFiles({
        ...argv,
        maxLength: argv.maxLength ?? 8,
        toolVersion: io.toolVersion,
        onUnread: (parts) => {
          if (!argv.quiet) for (const line of io.say.reports.unread(parts)) io.note(line);
        },
      });
      for await (const lines of counts) {
        if (!process.stdout.write(lines)) await once(process.stdout, 'drain');
      }
    },
  );
}
