import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { whoAndWhy } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { renderTable } from '../render-table.js';

/** `zhagen settings [name value]`: the settings that people decide about; with a value it sets one. */
export function addSettings(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, heads, options, reports } = io.say;
  return cli.command(
    'settings [name] [value]',
    commands.settings,
    (command) =>
      whoAndWhy(command, io)
        .positional('name', { type: 'string', describe: options.settingName })
        .positional('value', { type: 'string', describe: options.settingValue }),
    async ({ name, value, ...argv }) => {
      const { changeSetting, listSettings } = await import('../../workflow/change-settings.js');
      if (name !== undefined) {
        if (value === undefined) throw new UserError('settings/no-value', { name });
        const result = await inProject(io, argv, 'write', (context) =>
          changeSetting(context, { ...argv, name, value }),
        );
        return report(io, argv, result, reports.decided(result));
      }
      const rows = await inProject(io, argv, 'read', (context) => listSettings(context));
      if (argv.json) return io.json(rows);
      const cells = rows.map(({ name, value }) => [name, io.say.settingValue(name, value)]);
      io.print(
        renderTable({ header: heads.settings, cells, numeric: [false, false] }, process.stdout.columns),
      );
    },
  );
}
