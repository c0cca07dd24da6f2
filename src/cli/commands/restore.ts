import type { Argv } from 'yargs';
import { type Globals, type Io, report } from '../io.js';

/** `zhagen restore <file>`: a new project from the file of JSON that one was exported to. */
export function addRestore(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options, export: words } = io.say;
  return cli.command(
    'restore <file>',
    commands.restore,
    (command) =>
      command.positional('file', { type: 'string', demandOption: true, describe: options.projectFile }),
    async ({ file, ...argv }) => {
      const { restoreProject } = await import('../../workflow/restore-project.js');
      const restored = restoreProject(file, argv.db);
      report(io, argv, restored, words.restored(restored));
    },
  );
}
