import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { exportFormatNames } from '../../model/export-format-name.js';
import { kwicOrders } from '../../model/kwic-order.js';
import { tableNames } from '../../model/table-name.js';
import { viewAndWhose, viewRequest } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { atLeast, codingFilter, splitNames } from '../options.js';

// Spelt out, because loading the verbs takes longer than the whole of --help.
const pairUnits = ['passage', 'paragraph', 'case', 'window'] as const;

/** `zhagen export <format> --out …`: the coded dataset for other programs. */
export function addExport(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands, usage } = io.say;
  return cli.command(
    'export <format>',
    commands.export,
    (command) =>
      codingFilter(viewAndWhose(command, io), io)
        .positional('format', {
          choices: exportFormatNames,
          demandOption: true,
          describe: options.datasetFormat,
        })
        .option('tables', { type: 'string', requiresArg: true, describe: options.tables })
        .option('by', { type: 'string', requiresArg: true, describe: options.exportBy })
        .option('group', { type: 'string', array: true, nargs: 1, describe: options.groups })
        .option('against', { type: 'string', array: true, nargs: 1, describe: options.otherGroups })
        .option('coders', { type: 'string', requiresArg: true, describe: options.tableCoders })
        .option('word', { type: 'string', requiresArg: true, describe: options.tableWord })
        .option('sort', { choices: kwicOrders, describe: options.tableSort })
        .option('batch', { type: 'string', describe: options.batch })
        .option('quotes', {
          type: 'number',
          describe: options.quotesOfCode,
          coerce: atLeast(io, 0, 'quotes'),
        })
        .option('out', { type: 'string', requiresArg: true, describe: options.datasetOut })
        .option('unit', { choices: pairUnits, describe: options.networkUnit })
        .option('within', {
          type: 'number',
          describe: options.networkWithin,
          coerce: atLeast(io, 1, 'within'),
        })
        .option('level', { type: 'number', describe: options.level, coerce: atLeast(io, 1, 'level') })
        .option('min-df', { type: 'number', describe: options['min-df'], coerce: atLeast(io, 1, 'min-df') })
        .option('without-proposals', {
          type: 'boolean',
          describe: options['without-proposals'],
        })
        .option('force', { type: 'boolean', default: false, describe: options.force }),
    async ({ out, tables, coders, ...argv }) => {
      if (out === undefined) throw new UserError('cli/usage', { problem: usage.needsOption('--out') });
      const { exportDataset } = await import('../../workflow/export-dataset.js');
      const chosen = { tables: chooseTables(tables), coders: splitNames(coders) };
      const request = { ...viewRequest(argv), out, ...chosen };
      const exported = await inProject(io, argv, 'read', (context) => exportDataset(context, request));
      report(io, argv, exported, io.say.export.exported(exported, out));
    },
  );
}

/** The tables that `--tables` names. */
function chooseTables(given: string | undefined) {
  return splitNames(given)?.map((name) => {
    const known = tableNames.find((one) => one === name);
    if (known === undefined)
      throw new UserError('cli/bad-value', { option: 'tables', value: name, known: tableNames.join(', ') });
    return known;
  });
}
