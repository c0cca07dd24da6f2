import type { Argv } from 'yargs';
import { localTime } from '../../text/local-time.js';
import { inProject } from '../in-project.js';
import type { Globals, Io } from '../io.js';
import { renderTable } from '../render-table.js';

/** `zhagen runs`: what was run, when, with which options. */
export function addRuns(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, heads } = io.say;
  return cli.command(
    'runs',
    commands.runs,
    (command) => command,
    async (argv) => {
      const { listRuns } = await import('../../workflow/list-history.js');
      const runs = await inProject(io, argv, 'read', listRuns);
      if (argv.json) return io.json(runs);
      const cells = runs.map(({ id, time, stage, cases, options, milliseconds }) => [
        id,
        localTime(time),
        io.say.stages[stage] ?? stage,
        String(cases.length),
        (milliseconds / 1000).toFixed(2),
        Object.entries(options)
          .map(([name, value]) => `${io.say.runOptions[name] ?? name}=${sayValue(io, name, value)}`)
          .join(' '),
      ]);
      const numeric = [false, false, false, true, true, false];
      io.print(renderTable({ header: heads.runs, cells, numeric }, process.stdout.columns));
    },
  );
}

/** A value as a reader knows it: steps and regions by their names, anything nested as JSON. */
function sayValue({ say }: Io, name: string, value: unknown): string {
  const names: Readonly<Record<string, string>> =
    name === 'steps' ? say.cleaningSteps : name === 'regions' ? say.regionNames : {};
  if (Array.isArray(value)) return value.map((one) => names[String(one)] ?? String(one)).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
