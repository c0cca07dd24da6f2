import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { figureNames } from '../../model/figure-name.js';
import { viewAndWhose, viewRequest } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { atLeast, codingFilter, splitNames } from '../options.js';

// Spelt out, because loading the verbs takes longer than the whole of --help.
const units = ['passage', 'paragraph', 'case', 'sentence', 'keyword'] as const;

/** `zhagen figure <name> --out …`: a picture of the coding, with its caption and numbers. */
export function addFigure(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands, usage } = io.say;
  const number = (name: 'level' | 'rows' | 'edges' | 'width' | 'dpi', describe: string, least: number) =>
    ({ type: 'number', describe, coerce: atLeast(io, least, name) }) as const;
  return cli.command(
    'figure <name>',
    commands.figure,
    (command) =>
      codingFilter(viewAndWhose(command, io), io)
        .positional('name', { choices: figureNames, demandOption: true, describe: options.figure })
        .option('out', { type: 'string', requiresArg: true, describe: options.figureOut })
        .option('format', { choices: ['svg', 'png'] as const, describe: options.figureFormat })
        .option('data', { type: 'string', requiresArg: true, describe: options.figureData })
        .option('batch', { type: 'string', describe: options.batch })
        .option('level', number('level', options.figureLevel, 1))
        .option('count', {
          choices: ['assignments', 'references', 'cases'] as const,
          describe: options.count,
        })
        .option('by', { type: 'string', requiresArg: true, describe: options.figureBy })
        .option('codebooks', { type: 'string', requiresArg: true, describe: options.codebooks })
        .option('group', { type: 'string', array: true, nargs: 1, describe: options.figureGroup })
        .option('coders', { type: 'string', requiresArg: true, describe: options.figureCoders })
        .option('unit', { choices: units, describe: options.figureUnit })
        .option('edges', number('edges', options.edges, 1))
        .option('rows', number('rows', options.figureRows, 1))
        .option('width', { ...number('width', options.width, 60), default: 160 })
        .option('dpi', { ...number('dpi', options.dpi, 72), default: 600 })
        .option('force', { type: 'boolean', default: false, describe: options.force }),
    async ({ out, codebooks, coders, ...argv }) => {
      if (out === undefined) throw new UserError('cli/usage', { problem: usage.needsOption('--out') });
      const { writeFigure } = await import('../../workflow/write-figure.js');
      const named = { codebooks: splitNames(codebooks), coders: splitNames(coders) };
      const request = { ...viewRequest(argv), ...named, out, language: io.language };
      const written = await inProject(io, argv, 'read', (context) => writeFigure(context, request));
      if (argv.json) io.json(written);
      else io.print(printable(io.say.figure.about(written)));
      if (!argv.quiet) for (const line of io.say.figure.wrote(written)) io.note(line);
    },
  );
}
