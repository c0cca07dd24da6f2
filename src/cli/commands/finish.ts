import type { Argv } from 'yargs';
import { whoAndWhy } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';

/** `zhagen done <cases…>` and `zhagen checked <cases…> --coding-of NAME`: whose coding of which cases is whole. */
export function addFinish(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options } = io.say;
  const finishing = (command: Argv<Globals>) =>
    whoAndWhy(command, io)
      .positional('cases', { type: 'string', array: true, demandOption: true, describe: options.cases })
      .option('codebook', { type: 'string', describe: options.codebook })
      .option('not-yet', { type: 'boolean', default: false, describe: options['not-yet'] });
  return cli
    .command('done <cases..>', commands.done, finishing, async (argv) => {
      const { finishCases } = await import('../../workflow/finish-cases.js');
      const result = await inProject(io, argv, 'write', (context) => finishCases(context, argv));
      report(io, argv, result, io.say.reports.decided(result));
    })
    .command(
      'checked <cases..>',
      commands.checked,
      (command) =>
        finishing(command).option('coding-of', {
          type: 'string',
          demandOption: true,
          describe: options['coding-of'],
        }),
      async (argv) => {
        const { checkCases } = await import('../../workflow/finish-cases.js');
        const result = await inProject(io, argv, 'write', (context) => checkCases(context, argv));
        report(io, argv, result, io.say.reports.decided(result));
      },
    );
}
