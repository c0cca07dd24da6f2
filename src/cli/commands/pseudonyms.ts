import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';

const actions = ['find', 'apply'] as const;

/** `zhagen pseudonyms find` and `zhagen pseudonyms apply <table>`: names give way to pseudonyms in a new project. */
export function addPseudonyms(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options, usage, pseudonyms } = io.say;
  return cli.command(
    'pseudonyms <action> [table]',
    commands.pseudonyms,
    (command) =>
      command
        .positional('action', { choices: actions, demandOption: true, describe: options.pseudonymsAction })
        .positional('table', { type: 'string', describe: options.nameTable })
        .option('out', { type: 'string', requiresArg: true, describe: options.pseudonymsOut })
        .option('known', { type: 'string', requiresArg: true, describe: options.known })
        .option('dry-run', { type: 'boolean', describe: options.pseudonymsDryRun }),
    async ({ action, table, out, known, dryRun, ...argv }) => {
      if (out === undefined) throw new UserError('cli/usage', { problem: usage.needsOption('--out') });
      if (action === 'find') {
        const { findNames } = await import('../../workflow/find-names.js');
        const found = await inProject(io, argv, 'read', (context) => findNames(context, { out, known }));
        return report(io, argv, found, pseudonyms.found(found, out));
      }
      if (table === undefined) throw new UserError('cli/usage', { problem: usage.missingArgument });
      const { applyPseudonyms } = await import('../../workflow/apply-pseudonyms.js');
      const applied = await inProject(io, argv, 'read', (context) =>
        applyPseudonyms(context, { table, out, dryRun }),
      );
      report(io, argv, applied, pseudonyms.applied(applied, out));
    },
  );
}
