import type { Argv } from 'yargs';
import { listDecisions } from '../../workflow/list-history.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';

/** `zhagen history`: the decision log. */
export function addHistory(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return cli.command(
    'history',
    io.say.commands.history,
    (command) => command,
    async (argv) => {
      const decisions = await inProject(io, argv, 'read', listDecisions);
      if (argv.json) return io.print(JSON.stringify(decisions));
      if (decisions.length === 0) io.note(io.say.reports.nothingFound);
      for (const { time, coder, kind, word, after, group, reason, id } of decisions) {
        const target = after?.into && kind !== 'undo' ? `${word} → ${after.into}` : word;
        io.print(printable([time, coder, kind, target, group, reason, id.slice(0, 8)].join('\t')));
      }
    },
  );
}
