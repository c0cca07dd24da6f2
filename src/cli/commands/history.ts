import type { Argv } from 'yargs';
import { localTime } from '../../text/local-time.js';
import { inProject } from '../in-project.js';
import type { Globals, Io } from '../io.js';
import { renderTable } from '../render-table.js';

/** `zhagen history`: the decision log. */
export function addHistory(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, heads, reports } = io.say;
  return cli.command(
    'history',
    commands.history,
    (command) => command,
    async (argv) => {
      const { listDecisions } = await import('../../workflow/list-history.js');
      const decisions = await inProject(io, argv, 'read', listDecisions);
      if (argv.json) return io.json(decisions);
      if (decisions.length === 0) return io.note(reports.nothingFound);
      const cells = decisions.map((decision) => [
        localTime(decision.time),
        decision.coder,
        reports.decision(decision),
        reports.decisionGroup(decision),
        reports.decisionReason(decision),
        decision.id.slice(0, 8),
      ]);
      const numeric = cells[0]?.map(() => false) ?? [];
      io.print(renderTable({ header: heads.history, cells, numeric }, process.stdout.columns));
    },
  );
}
