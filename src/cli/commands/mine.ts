import type { Argv } from 'yargs';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { mineOptions, refuseBesideStatistics } from '../options.js';

/** `zhagen mine`. */
export function addMine(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return cli.command(
    'mine',
    io.say.commands.mine,
    (command) => mineOptions(command, io),
    async (argv) => {
      refuseBesideStatistics(io, argv);
      const { mineKeywords } = await import('../../workflow/mine-keywords.js');
      const result = await inProject(io, argv, 'write', (context) => mineKeywords(context, argv));
      report(io, argv, result, io.say.reports.mined(result));
    },
  );
}
