import type { Argv } from 'yargs';
import { readCoderMap, whoAndWhy } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';

/** `zhagen join <other.db>`: takes over what another project has and this one lacks. */
export function addJoin(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options } = io.say;
  return cli.command(
    'join <other>',
    commands.join,
    (command) =>
      whoAndWhy(command, io)
        .positional('other', { type: 'string', demandOption: true, describe: options.otherProject })
        .option('coder-map', { type: 'string', requiresArg: true, describe: options['coder-map'] })
        .option('settle', { choices: ['earlier', 'later'] as const, describe: options.settle })
        .option('conflicts', { type: 'string', requiresArg: true, describe: options.conflicts })
        .option('settled', { type: 'string', requiresArg: true, describe: options.settled })
        .option('dry-run', { type: 'boolean', describe: options.joinDryRun }),
    async ({ other, coderMap, ...argv }) => {
      const { joinProject } = await import('../../workflow/join-projects.js');
      const mode = argv.dryRun ? 'rehearse' : 'write';
      const result = await inProject(io, argv, mode, (context) =>
        joinProject(context, { ...argv, path: other, coderMap: readCoderMap(coderMap) }),
      );
      report(io, argv, result, io.say.reports.joined(result));
    },
  );
}
