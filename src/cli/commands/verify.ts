import type { Argv } from 'yargs';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { renderTable } from '../render-table.js';

/** `zhagen verify`: whether the project is what its texts, decisions and hashes say; exit code 1 where it is not. */
export function addVerify(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return cli.command(
    'verify',
    io.say.commands.verify,
    (command) => command,
    async (argv) => {
      const { verifyProject } = await import('../../workflow/verify-project.js');
      const report = await inProject(io, argv, 'read', verifyProject);
      if (!report.isIntact) process.exitCode = 1;
      if (argv.json) return io.json(report);
      const words = io.say.verify;
      const cells = report.runs.map((run) => [
        run.id,
        io.say.stages[run.stage] ?? run.stage,
        run.toolVersion,
        words.outcome(run),
      ]);
      const numeric = words.heads.map(() => false);
      const table = renderTable({ header: words.heads, cells, numeric }, process.stdout.columns);
      io.print(printable([...(cells.length > 0 ? [table, ''] : []), ...words.found(report)].join('\n')));
    },
  );
}
