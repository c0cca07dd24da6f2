import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { sheetKinds } from '../../model/sheet.js';
import { defaultCoder } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { atLeast } from '../options.js';

const actions = ['export'] as const;

/** `zhagen review export`: sheets that coders fill in where they are at home. */
export function addReview(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options, usage } = io.say;
  return cli.command(
    'review <action> [sheet]',
    commands.review,
    (command) =>
      command
        .positional('action', { choices: actions, demandOption: true, describe: options.reviewAction })
        .positional('sheet', { type: 'string', describe: options.sheetFile })
        .option('what', { choices: sheetKinds, requiresArg: true, describe: options.what })
        .option('coder', { type: 'string', describe: options.sheetCoder })
        .option('view', { type: 'string', requiresArg: true, describe: options.sheetView })
        .option('of', { type: 'string', requiresArg: true, describe: options.ofCoder })
        .option('codebook', { type: 'string', describe: options.codebook })
        .option('batch', { type: 'string', describe: options.batch })
        .option('sample', { type: 'string', requiresArg: true, describe: options.sample })
        .option('seed', { type: 'number', describe: options.seed, coerce: atLeast(io, 0, 'seed') })
        .option('out', { type: 'string', describe: options.sheetOut }),
    async ({ what, out, coder = defaultCoder(), ...argv }) => {
      if (what === undefined) throw new UserError('cli/usage', { problem: usage.needsOption('--what') });
      if (out === undefined) throw new UserError('cli/usage', { problem: usage.needsOption('--out') });
      const { exportSheet } = await import('../../workflow/export-sheet.js');
      const exported = await inProject(io, argv, 'read', (context) =>
        exportSheet(context, { ...argv, what, coder }, out),
      );
      report(io, argv, exported, io.say.reports.exportedSheet(exported, out));
    },
  );
}
