import type { Argv } from 'yargs';
import type { SaturationReport } from '../../workflow/saturation.js';
import { viewAndWhose, viewRequest } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { atLeast, codingFilter } from '../options.js';
import { renderTable } from '../render-table.js';

// Spelt out, because loading the verb takes longer than the whole of --help.
const forms = ['inductive-thematic', 'a-priori-thematic', 'data'] as const;

/** Cases that the terminal shows, and the longest bar. */
const SHOWN = 60;
const LONGEST = 30;

/** `zhagen saturation`: how what is new dries up over the cases. */
export function addSaturation(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  const number = (name: 'base' | 'run' | 'runs' | 'seed', standard: number, least: number) =>
    ({
      type: 'number',
      default: standard,
      describe: options[name],
      coerce: atLeast(io, least, name),
    }) as const;
  return cli.command(
    'saturation',
    commands.saturation,
    (command) =>
      codingFilter(viewAndWhose(command, io), io)
        .option('form', { choices: forms, describe: options.saturationForm })
        .option('level', {
          type: 'number',
          describe: options.saturationLevel,
          coerce: atLeast(io, 1, 'level'),
        })
        .option('order', { type: 'string', default: 'import', describe: options.order })
        .option('base', number('base', 4, 1))
        .option('run', number('run', 2, 1))
        .option('runs', number('runs', 100, 0))
        .option('seed', number('seed', 1, 0)),
    async (argv) => {
      const { measureProjectSaturation } = await import('../../workflow/saturation.js');
      const report = await inProject(io, argv, 'read', (context) =>
        measureProjectSaturation(context, viewRequest(argv)),
      );
      if (argv.json) return io.json(report);
      const words = io.say.saturation;
      const rest = report.steps.length - SHOWN;
      const table = renderTable(
        {
          header: words.heads,
          cells: cellsOf(report.steps.slice(0, SHOWN)),
          numeric: words.heads.map((_, at) => at !== 1 && at !== 7),
        },
        process.stdout.columns,
      );
      const parts = [words.about(report).join('\n'), rest > 0 ? `${table}\n${words.more(rest)}` : table];
      io.print(printable([...parts, words.points(report).join('\n')].join('\n\n')));
    },
  );
}

function cellsOf(steps: SaturationReport['steps']): string[][] {
  return steps.map((step, at) => [
    String(at + 1),
    step.caseId,
    String(step.items),
    String(step.new.length),
    String(step.seen),
    step.low === null ? '' : `${step.low}–${step.high}`,
    step.ratio === null ? '' : step.ratio.toFixed(3),
    '█'.repeat(Math.min(LONGEST, step.new.length)),
  ]);
}
