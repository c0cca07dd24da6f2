import type { Argv } from 'yargs';
import type { SensitivityReport } from '../../workflow/measure-sensitivity.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { numbersIn } from '../number-range.js';
import { renderTable } from '../render-table.js';

/** Changing codes that the terminal shows. */
const SHOWN = 40;

/** `zhagen sensitivity --top 2..6`: what codes would receive if other numbers of keywords were taken. */
export function addSensitivity(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options } = io.say;
  return cli.command(
    'sensitivity',
    commands.sensitivity,
    (command) =>
      command
        .option('top', { type: 'string', default: '2..6', requiresArg: true, describe: options.topRange })
        .option('codebook', { type: 'string', describe: options.codebook }),
    async (argv) => {
      const tops = numbersIn(argv.top);
      const { measureSensitivity } = await import('../../workflow/measure-sensitivity.js');
      const report = await inProject(io, argv, 'read', (context) =>
        measureSensitivity(context, { ...argv, tops }),
      );
      if (argv.json) return io.json(report);
      io.print(printable(partsOf(io, report).join('\n\n')));
    },
  );
}

function partsOf(io: Io, report: SensitivityReport): string[] {
  const { sensitivity: words } = io.say;
  const { tops, present, pillars, changing, unchanged } = report;
  const columns = tops.map(({ top }) => words.top(top, top === present));
  const table = (header: readonly string[], cells: readonly string[][], isNumber: (at: number) => boolean) =>
    renderTable({ header, cells, numeric: header.map((_, at) => isNumber(at)) }, process.stdout.columns);
  const countsOf = ({ references, counts }: SensitivityReport['changing'][number]) => [
    String(references),
    ...counts.map(({ assignments, cases }) => `${assignments} / ${cases}`),
  ];
  const summaries = tops.map((one, at) => [
    columns[at] ?? '',
    ...[one.caseKeywords, one.distinctKeywords, one.unmapped, one.coreKeywords].map(String),
    words.names(one.appear),
    words.names(one.vanish),
  ]);
  const codes = changing
    .slice(0, SHOWN)
    .map((one) => [one.level?.[io.language] ?? words.outside, one.name, ...countsOf(one)]);
  return [
    words.about(report).join('\n'),
    table(words.topHeads, summaries, (at) => at > 0 && at < 5),
    ...(pillars.length > 0
      ? [
          `${words.pillarTitle}\n${table(
            [...words.pillarHeads, ...columns],
            pillars.map((one) => [one.name, ...countsOf(one)]),
            (at) => at > 0,
          )}`,
        ]
      : []),
    ...(codes.length > 0
      ? [`${words.changingTitle}\n${table([...words.changingHeads, ...columns], codes, (at) => at > 1)}`]
      : []),
    words.rest(Math.max(0, changing.length - SHOWN), unchanged),
  ];
}
