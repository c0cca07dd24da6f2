import type { Argv } from 'yargs';
import { codeCases } from '../../workflow/code-cases.js';
import { printExplanation } from '../explain.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';

/** `zhagen code`. */
export function addCode(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return cli.command(
    'code',
    io.say.commands.code,
    (command) =>
      command
        .option('codebook', { type: 'string', describe: io.say.options.codebook })
        .option('explain', { type: 'string', describe: io.say.options.explain }),
    async (argv) => {
      if (argv.explain !== undefined) return printExplanation(io, argv, argv.explain, argv.codebook);
      const result = await inProject(io, argv, 'write', (context) =>
        codeCases(context, { codebook: argv.codebook }),
      );
      report(io, argv, result, io.say.reports.coded(result));
    },
  );
}
