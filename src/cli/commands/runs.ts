import type { Argv } from 'yargs';
import { listRuns } from '../../workflow/list-history.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';

/** `zhagen runs`: what was run, when, with which options. */
export function addRuns(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return cli.command(
    'runs',
    io.say.commands.runs,
    (command) => command,
    async (argv) => {
      const runs = await inProject(io, argv, 'read', listRuns);
      if (argv.json) return io.print(JSON.stringify(runs));
      for (const { id, time, stage, cases, options, milliseconds } of runs) {
        const cells = [
          id,
          time,
          stage,
          `${cases.length}`,
          `${Math.round(milliseconds)} ms`,
          JSON.stringify(options),
        ];
        io.print(printable(cells.join('\t')));
      }
    },
  );
}
