import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { atLeast, splitNames } from '../options.js';

/** `zhagen split-work --coders a,b --overlap 20%`: one blind file a coder, to be joined or imported again. */
export function addSplitWork(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options, usage } = io.say;
  return cli.command(
    'split-work',
    commands['split-work'],
    (command) =>
      command
        .option('coders', { type: 'string', requiresArg: true, describe: options.coders })
        .option('overlap', { type: 'string', requiresArg: true, describe: options.overlap })
        .option('stratify', { type: 'string', requiresArg: true, describe: options.stratify })
        .option('again', { type: 'string', requiresArg: true, describe: options.again })
        .option('after', { type: 'string', requiresArg: true, describe: options.after })
        .option('seed', { type: 'number', describe: options.seed, coerce: atLeast(io, 0, 'seed') })
        .option('sheets', { type: 'boolean', describe: options.sheets })
        .option('codebook', { type: 'string', describe: options.codebook })
        .option('case', { type: 'string', requiresArg: true, describe: options.splitCases })
        .option('batch', { type: 'string', describe: options.batch })
        .option('out', { type: 'string', requiresArg: true, describe: options.workOut }),
    async ({ coders, out, case: ids, ...argv }) => {
      if (coders === undefined) throw new UserError('cli/usage', { problem: usage.needsOption('--coders') });
      if (out === undefined) throw new UserError('cli/usage', { problem: usage.needsOption('--out') });
      if (argv.again !== undefined && argv.overlap !== undefined)
        throw new UserError('cli/usage', { problem: usage.notTogether('--again', '--overlap') });
      const { splitWork } = await import('../../workflow/split-work.js');
      const request = { ...argv, out, coders: coders.split(/[,，、]/), cases: splitNames(ids) };
      const result = await inProject(io, argv, 'read', (context) => splitWork(context, request));
      report(io, argv, result, io.say.reports.splitWork(result, out));
    },
  );
}
