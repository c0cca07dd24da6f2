import type { Argv } from 'yargs';
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
      const { explain, codebook } = argv;
      if (explain !== undefined) {
        const { printExplanation } = await import('../explain.js');
        return printExplanation(io, argv, explain, codebook);
      }
      const { codeCases } = await import('../../workflow/code-cases.js');
      const result = await inProject(io, argv, 'write', (context) =>
        codeCases(context, { codebook: argv.codebook }),
      );
      report(io, argv, result, io.say.reports.coded(result));
    },
  );
}
