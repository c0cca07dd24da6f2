import type { Argv } from 'yargs';
import { inProject } from '../in-project.js';
import type { Globals, Io } from '../io.js';
import { renderTable } from '../render-table.js';

/** `zhagen assess <gold.csv>`: how well the coding meets a gold standard. */
export function addAssess(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'assess <gold>',
    commands.assess,
    (command) =>
      command
        .positional('gold', { type: 'string', demandOption: true, describe: options.gold })
        .option('codebook', { type: 'string', describe: options.codebook }),
    async (argv) => {
      const { assessGold } = await import('../../workflow/assess-gold.js');
      const result = await inProject(io, argv, 'read', (context) =>
        assessGold(context, argv.gold, { codebook: argv.codebook }),
      );
      if (argv.json) return io.print(JSON.stringify(result));
      const { pillars, codes } = result;
      if (pillars) {
        io.print(io.say.reports.mainPillars(pillars.first, pillars.withinTwo, pillars.of));
        for (const { caseId, gold, found } of pillars.missed) io.print(`${caseId}: ${gold} ≠ ${found}`);
        return;
      }
      const header = io.say.heads.accuracy;
      const share = (value: number | null) => (value === null ? '–' : value.toFixed(3));
      const cells = codes.map((row) => [
        row.code || '*',
        ...[row.hits, row.falseAlarms, row.misses].map(String),
        ...[row.precision, row.recall, row.f1].map(share),
      ]);
      io.print(
        renderTable({ header, cells, numeric: header.map((_, at) => at > 0) }, process.stdout.columns),
      );
    },
  );
}
