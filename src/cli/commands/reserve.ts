import type { Argv } from 'yargs';
import { whoAndWhy } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable, report } from '../io.js';
import { seed } from '../options.js';
import { renderTable } from '../render-table.js';

/** What `--unit` takes. */
const units = ['case', 'statement'] as const;

/** `zhagen reserve <share>` and `zhagen unseal [cases…]`: what is held out for a test of theoretical saturation. */
export function addReserve(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options } = io.say;
  const unit = { choices: units, default: 'case' as const, describe: options.reserveUnit };
  return cli
    .command(
      'reserve <share>',
      commands.reserve,
      (command) =>
        seed(whoAndWhy(command, io), io)
          .positional('share', {
            type: 'string',
            demandOption: true,
            describe: options.share,
          })
          .option('unit', unit),
      async (argv) => {
        if (argv.unit === 'statement') {
          const { reserveStatements } = await import('../../workflow/reserve-statements.js');
          const result = await inProject(io, argv, 'write', (context) => reserveStatements(context, argv));
          const said = io.say.reserve.reservedStatements(result);
          const { decided, notMined } = io.say.reports;
          return report(io, argv, result, [...said, ...decided(result), ...notMined(result.notMined)]);
        }
        const { reserveCases } = await import('../../workflow/reserve-cases.js');
        const result = await inProject(io, argv, 'write', (context) => reserveCases(context, argv));
        report(io, argv, result, [...io.say.reserve.reserved(result), ...io.say.reports.decided(result)]);
      },
    )
    .command(
      'unseal [cases..]',
      commands.unseal,
      (command) =>
        whoAndWhy(command, io)
          .positional('cases', {
            type: 'string',
            array: true,
            default: [],
            describe: options.reservedCases,
          })
          .option('unit', unit),
      async (argv) => {
        const { unsealReserve } = await import('../../workflow/unseal-reserve.js');
        const result = await inProject(io, argv, 'write', (context) => unsealReserve(context, argv));
        if (argv.json) return io.json(result);
        const { reports, reserve } = io.say;
        const { heads, tested } = reserve;
        const { decided, notMined, test } = result;
        const followed = [...(decided ? reports.decided(decided) : []), ...reports.notMined(notMined)];
        if (!argv.quiet) for (const line of followed) io.note(line);
        const cells = test.codes.map(({ level, code, cases, references, confirmed }) => [
          level[io.language],
          code,
          cases.join(', '),
          String(references),
          String(confirmed),
        ]);
        const numeric = heads.map((_, at) => at > 2);
        if (cells.length > 0) {
          io.print(printable(renderTable({ header: heads, cells, numeric }, process.stdout.columns)));
        }
        io.print(printable(tested(test).join('\n')));
      },
    );
}
