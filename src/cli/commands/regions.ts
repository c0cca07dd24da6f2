import type { Argv } from 'yargs';
import { whoAndWhy } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { regionOptions } from '../options.js';
import { parseRegionChange } from '../region-kinds.js';
import { renderTable } from '../render-table.js';

/** `zhagen regions`: which kinds of regions count, and how much text each has; with flags it changes them. */
export function addRegions(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, columns, reports, regionNames } = io.say;
  return cli.command(
    'regions',
    commands.regions,
    (command) => whoAndWhy(regionOptions(command, io), io),
    async (argv) => {
      const change = parseRegionChange(argv);
      const { changeRegions, listRegions } = await import('../../workflow/change-regions.js');
      const result = await inProject(io, argv, change ? 'write' : 'read', (context) =>
        change
          ? changeRegions(context, { ...change, coder: argv.coder, reason: argv.reason })
          : listRegions(context),
      );
      const decided = result.decided ? reports.decided(result.decided) : [];
      report(io, argv, result, [...decided, ...reports.regions(result)]);
      if (argv.json) return;
      const { kinds, characters } = result.regions;
      const cells = kinds.map((one) => [
        regionNames[one.kind],
        String(one.regions),
        String(one.characters),
        `${((100 * one.characters) / Math.max(1, characters)).toFixed(1)}%`,
        String(one.counted),
      ]);
      const numeric = [false, true, true, true, true];
      io.print(renderTable({ header: columns.regions, cells, numeric }, process.stdout.columns));
    },
  );
}
