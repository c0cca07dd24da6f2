import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { inProject } from '../in-project.js';
import type { Globals, Io } from '../io.js';
import { renderTable } from '../render-table.js';

/** `zhagen coders [name] [--guid]`: who codes in the project, and under which GUID exchange files know them. */
export function addCoders(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, heads, options, usage } = io.say;
  return cli.command(
    'coders [name]',
    commands.coders,
    (command) =>
      command
        .positional('name', { type: 'string', describe: options.coderName })
        .option('guid', { type: 'string', requiresArg: true, describe: options.guid }),
    async ({ name, guid, ...argv }) => {
      if ((name === undefined) !== (guid === undefined)) {
        throw new UserError('cli/usage', { problem: usage.coderGuid });
      }
      const { listCoders } = await import('../../workflow/list-coders.js');
      const { setCoderGuid } = await import('../../workflow/set-coder-guid.js');
      const rows =
        name === undefined || guid === undefined
          ? await inProject(io, argv, 'read', (context) => listCoders(context))
          : await inProject(io, argv, 'write', (context) => setCoderGuid(context, { name, guid }));
      if (argv.json) return io.json(rows);
      const cells = rows.map((row) => [row.name, row.guid, row.isGiven ? '✓' : '']);
      const numeric = [false, false, false];
      io.print(renderTable({ header: heads.coders, cells, numeric }, process.stdout.columns));
    },
  );
}
