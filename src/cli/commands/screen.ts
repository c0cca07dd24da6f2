import type { Argv } from 'yargs';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';

/** `zhagen screen`. */
export function addScreen(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return cli.command(
    'screen',
    io.say.commands.screen,
    (command) => command.option('rules', { type: 'string', describe: io.say.options.rules }),
    async (argv) => {
      const { screenKeywords } = await import('../../workflow/screen-keywords.js');
      const result = await inProject(io, argv, 'write', (context) => screenKeywords(context, argv));
      report(io, argv, result, io.say.reports.screened(result));
    },
  );
}
