import type { Argv } from 'yargs';
import { kwicOrders } from '../../model/kwic-order.js';
import { tableNames } from '../../model/table-name.js';
import type { Row } from '../../workflow/table.js';
import { viewAndWhose, viewRequest } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { escapeSteering, type Globals, type Io, printable } from '../io.js';
import { atLeast, codingFilter, splitNames } from '../options.js';
import { renderTable } from '../render-table.js';
import { shortRule } from '../short-rule.js';

// Spelt out, because loading the verbs takes longer than the whole of --help.
const units = ['passage', 'paragraph', 'case', 'window', 'sentence', 'keyword'] as const;
const forms = ['inductive-thematic', 'a-priori-thematic', 'data'] as const;

/** Shows the beginning of each rule on a screen, which a rule in full would fill; files have all of it. */
function withShortRules(row: Row): Row {
  const { rules } = row;
  return Array.isArray(rules) ? { ...row, rules: rules.map(shortRule) } : row;
}

/** `zhagen tables <table>`. */
export function addTables(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'tables <table>',
    commands.tables,
    (command) =>
      codingFilter(viewAndWhose(command, io), io)
        .positional('table', { choices: tableNames, demandOption: true, describe: options.table })
        .option('by', { type: 'string', describe: options.by })
        .option('group', { type: 'string', array: true, nargs: 1, describe: options.groups })
        .option('against', { type: 'string', array: true, nargs: 1, describe: options.otherGroups })
        .option('min-cases', {
          type: 'number',
          describe: options['min-cases'],
          coerce: atLeast(io, 1, 'min-cases'),
        })
        .option('word', { type: 'string', requiresArg: true, describe: options.tableWord })
        .option('sort', { choices: kwicOrders, describe: options.tableSort })
        .option('batch', { type: 'string', describe: options.batch })
        .option('weight', { choices: ['zhagen', 'tfidf'] as const, describe: options.weight })
        .option('unit', { choices: units, describe: options.unit })
        .option('within', { type: 'number', describe: options.within, coerce: atLeast(io, 1, 'within') })
        .option('level', { type: 'number', describe: options.level, coerce: atLeast(io, 1, 'level') })
        .option('resamples', {
          type: 'number',
          describe: options.tableResamples,
          coerce: atLeast(io, 1, 'resamples'),
        })
        .option('seed', { type: 'number', describe: options.tableSeed, coerce: atLeast(io, 0, 'seed') })
        .option('coders', { type: 'string', requiresArg: true, describe: options.tableCoders })
        .option('form', { choices: forms, describe: options.tableForm })
        .option('order', { type: 'string', requiresArg: true, describe: options.tableOrder })
        .option('base', { type: 'number', describe: options.tableBase, coerce: atLeast(io, 1, 'base') })
        .option('run', { type: 'number', describe: options.tableRun, coerce: atLeast(io, 1, 'run') })
        .option('runs', { type: 'number', describe: options.tableRuns, coerce: atLeast(io, 0, 'runs') })
        .option('rows', { type: 'number', describe: options.rows, coerce: atLeast(io, 1, 'rows') })
        .option('quotes', { type: 'number', describe: options.quotes, coerce: atLeast(io, 1, 'quotes') })
        .option('with-attributes', {
          type: 'string',
          requiresArg: true,
          describe: options['with-attributes'],
        })
        .option('codebooks', { type: 'string', describe: options.codebooks })
        .option('format', { choices: ['text', 'md', 'csv', 'json'] as const, describe: options.format }),
    async (argv) => {
      const { makeTable } = await import('../../workflow/make-table.js');
      const { formatTable, tableToRead } = await import('../../workflow/format-table.js');
      const table = await inProject(io, argv, 'read', (context) =>
        makeTable(context, {
          ...viewRequest(argv),
          name: argv.table,
          withAttributes: splitNames(argv.withAttributes),
          codebooks: splitNames(argv.codebooks),
          coders: splitNames(argv.coders),
        }),
      );
      const format = argv.json ? 'json' : (argv.format ?? 'text');
      if (format !== 'text') {
        const text = formatTable(table, format, io.language);
        if (format === 'json') return io.print(escapeSteering(text));
        // A file keeps every character; people who look at a screen do not need those that steer it.
        return io.print(format === 'md' || process.stdout.isTTY ? printable(text) : text);
      }
      const labelled = tableToRead({ ...table, rows: table.rows.map(withShortRules) }, io.language);
      io.print(`${labelled.title}\n\n${renderTable(labelled, process.stdout.columns)}`);
      if (!argv.quiet) io.note(`\n${printable(labelled.caption)}`);
    },
  );
}
