import type { Argv } from 'yargs';
import { whoAndWhy } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';

/** `zhagen define <code>` and `zhagen delete <code>`: what belongs to a code, and codes that have nothing. */
export function addCodes(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options } = io.say;
  const several = { type: 'string', array: true, nargs: 1 } as const;
  return cli
    .command(
      'define <code>',
      commands.define,
      (command) =>
        ofCode(command, io)
          .option('definition', { type: 'string', describe: options.definition })
          .option('limits', { ...several, describe: options.limits })
          .option('example', { ...several, describe: options.example })
          .option('property', { ...several, describe: options.property })
          .option('facet', { ...several, describe: options.facet }),
      async ({ example: examples, property: properties, facet: facets, ...argv }) => {
        const { defineCode } = await import('../../workflow/define-code.js');
        const result = await inProject(io, argv, 'write', (context) =>
          defineCode(context, { ...argv, examples, properties, facets }),
        );
        report(io, argv, result, io.say.reports.decided(result));
      },
    )
    .command(
      'delete <code>',
      commands.delete,
      (command) => ofCode(command, io),
      async (argv) => {
        const { deleteCode } = await import('../../workflow/delete-code.js');
        const result = await inProject(io, argv, 'write', (context) => deleteCode(context, argv));
        report(io, argv, result, io.say.reports.decided(result));
      },
    );
}

function ofCode(command: Argv<Globals>, io: Io) {
  const { options } = io.say;
  return whoAndWhy(command, io)
    .positional('code', { type: 'string', demandOption: true, describe: options.decidedCode })
    .option('codebook', { type: 'string', describe: options.codebook });
}
