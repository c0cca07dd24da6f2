import { once } from 'node:events';
import type { Argv } from 'yargs';
import { endWhenInterrupted } from '../end-when-interrupted.js';
import type { Globals, Io } from '../io.js';

/** `zhagen merge-counts <files…|->`: a filter from counts of texts to those of all of them. */
export function addMergeCounts(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'merge-counts [files..]',
    commands['merge-counts'],
    (command) =>
      command.positional('files', {
        type: 'string',
        array: true,
        default: ['-'],
        describe: options.countFiles,
      }),
    async (argv) => {
      endWhenInterrupted(io);
      const { mergeCountsOfFiles } = await import('../../workflow/merge-counts.js');
      for await (const lines of mergeCountsOfFiles(argv.files)) {
        if (!process.stdout.write(lines)) await once(process.stdout, 'drain');
      }
    },
  );
}
