import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { atLeast, resampling, splitNames } from '../options.js';
import { renderAgreement } from '../render-agreement.js';

// Spelt out, because loading the verbs takes longer than the whole of --help.
const units = ['keyword', 'case', 'sentence', 'paragraph'] as const;

/** What does not apply to a sheet. */
const OF_PROJECT = ['unit', 'level', 'codebook', 'codebook-version', 'round', 'batch'] as const;

/** `zhagen agree --coders a,b`: how coders agree. */
export function addAgree(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'agree',
    commands.agree,
    (command) =>
      resampling(command, io)
        .option('coders', { type: 'string', requiresArg: true, describe: options.coders })
        .option('round', { choices: ['pilot', 'retest'] as const, describe: options.round })
        .option('batch', { type: 'string', requiresArg: true, describe: options.batch })
        .option('unit', { choices: units, describe: options.agreeUnit })
        .option('level', { type: 'number', describe: options.agreeLevel, coerce: atLeast(io, 1, 'level') })
        .option('all', { type: 'boolean', default: false, describe: options.all })
        .option('codebook', { type: 'string', requiresArg: true, describe: options.codebook })
        .option('codebook-version', {
          type: 'string',
          requiresArg: true,
          describe: options['codebook-version'],
        })
        .option('from', { type: 'string', requiresArg: true, describe: options.from }),
    async (argv) => {
      const request = { ...argv, coders: splitNames(argv.coders) };
      const report = await measure();
      if (argv.json) return io.json(report);
      const { columns } = process.stdout;
      io.print(printable(renderAgreement(report, io.say.agreement, { all: argv.all, columns })));

      async function measure() {
        if (argv.from !== undefined) {
          const other = OF_PROJECT.find((name) => argv[name] !== undefined);
          if (other)
            throw new UserError('cli/usage', { problem: io.say.usage.notTogether('--from', `--${other}`) });
          const { agreeInSheet } = await import('../../workflow/agree-in-sheet.js');
          return agreeInSheet(argv.from, request);
        }
        const { agreeCoders } = await import('../../workflow/agree.js');
        return inProject(io, argv, 'read', (context) => agreeCoders(context, request));
      }
    },
  );
}
