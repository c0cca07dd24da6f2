import type { Argv } from 'yargs';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { atLeast, resampling } from '../options.js';
import { renderAgreement } from '../render-agreement.js';

// Spelt out, because loading the verbs takes longer than the whole of --help.
const units = ['keyword', 'case', 'sentence', 'paragraph'] as const;

/** `zhagen pilot --coders a,b`: how coders agree in the training round, and whether that is enough to go on. */
export function addPilot(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'pilot',
    commands.pilot,
    (command) =>
      resampling(command, io)
        .option('coders', { type: 'string', requiresArg: true, describe: options.coders })
        .option('unit', { choices: units, describe: options.agreeUnit })
        .option('level', { type: 'number', describe: options.agreeLevel, coerce: atLeast(io, 1, 'level') })
        .option('codebook', { type: 'string', requiresArg: true, describe: options.codebook })
        .option('batch', { type: 'string', requiresArg: true, describe: options.batch }),
    async (argv) => {
      const { reportPilot } = await import('../../workflow/pilot.js');
      const request = { ...argv, coders: argv.coders?.split(/[,，、]/) };
      const report = await inProject(io, argv, 'read', (context) => reportPilot(context, request));
      if (argv.json) return io.json(report);
      const { columns } = process.stdout;
      const agreement = renderAgreement(report.agreement, io.say.agreement, { all: true, columns });
      io.print(printable([...io.say.reports.pilot(report), '', agreement].join('\n')));
    },
  );
}
