import { extname } from 'node:path';
import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { renderError } from '../../messages/render-error.js';
import type { ImportReport } from '../../workflow/import-cases.js';
import { defaultCoder, readCoderMap } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { importOptions } from '../options.js';
import { renderTable, type TextTable } from '../render-table.js';
import { stepCounts } from '../step-counts.js';

/** `zhagen import <paths…>`. */
export function addImport(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return cli.command(
    'import <paths..>',
    io.say.commands.import,
    (command) =>
      importOptions(command, io)
        .option('coder', { type: 'string', default: defaultCoder(), describe: io.say.options.qdpxCoder })
        .option('coder-map', { type: 'string', requiresArg: true, describe: io.say.options.qdpxUsers })
        .option('dry-run', {
          type: 'boolean',
          default: false,
          describe: io.say.options['dry-run'],
        }),
    async (argv) => {
      if (argv.paths.some(isQdpx)) return importProject(io, argv);
      const { importSettings } = await import('../import-settings.js');
      const { importCases } = await import('../../workflow/import-cases.js');
      const mode = argv.dryRun ? 'rehearse' : 'create';
      const settings = { ...importSettings(argv), details: argv.dryRun };
      const result = await inProject(io, argv, mode, (context) => importCases(context, settings));
      const shown = importResult(io, result);
      report(io, argv, shown, [
        ...io.say.reports.imported(result),
        ...shown.skipped.map((line) => `  ${line}`),
        ...(argv.dryRun ? [io.say.reports.nothingWritten] : []),
      ]);
      if (!argv.dryRun || argv.json) return;
      if (result.split.length > 0) io.print(renderTable(splitCases(io, result), process.stdout.columns));
      io.print(renderTable(rehearsed(io, result), process.stdout.columns));
    },
  );
}

const isQdpx = (path: string) => extname(path).toLowerCase() === '.qdpx';

/** What means nothing for a project that brings its own cases. */
const ELSEWHERE = [
  'attributes',
  'batch',
  'skip-bad',
  'split-by',
  'without-text',
  'segmented',
  'clean-steps',
  'without-steps',
  'simplify',
  'encoding',
  'limit',
  'text-column',
  'title-column',
  'id-column',
  'attribute-type',
  'include-regions',
  'exclude-regions',
] as const;

interface ProjectFlags extends Globals {
  readonly paths: readonly string[];
  readonly coder: string;
  readonly coderMap?: string | undefined;
  readonly dryRun: boolean;
}

async function importProject(io: Io, argv: ProjectFlags): Promise<void> {
  const [path = ''] = argv.paths.filter(isQdpx);
  if (argv.paths.length > 1) throw new UserError('qdpx/alone', { path });
  const given: Readonly<Record<string, unknown>> = { ...argv };
  const option = ELSEWHERE.find((name) => given[name] !== undefined && given[name] !== false);
  if (option !== undefined) throw new UserError('qdpx/option-elsewhere', { option });
  const { importQdaProject } = await import('../../workflow/import-qda-project.js');
  const { coder, dryRun } = argv;
  const mode = dryRun ? 'rehearse' : 'create';
  const result = await inProject(io, argv, mode, (context) =>
    importQdaProject(context, { path, coder, coderMap: readCoderMap(argv.coderMap), dryRun }),
  );
  report(io, argv, result, [
    ...io.say.reports.importedQda(result),
    ...(dryRun ? [io.say.reports.nothingWritten] : []),
  ]);
}

/** What importing did, with the messages of what was left out. */
export function importResult(io: Io, result: ImportReport) {
  return { ...result, skipped: result.skipped.map((problem) => renderError(io.say, problem)) };
}

/** One row a case of a document that is split. */
function splitCases({ say }: Io, { split }: ImportReport): TextTable {
  return {
    header: say.columns.split,
    numeric: [false, true, false, false],
    cells: split.flatMap(({ cases }) =>
      cases.map(({ title, start, end, beginning, source }) => [
        title,
        String(end - start),
        beginning,
        source,
      ]),
    ),
  };
}

/** One row a case: what would become of it, and what each step would change. */
function rehearsed({ say }: Io, { cases = [] }: ImportReport): TextTable {
  return {
    header: say.columns.rehearsed,
    numeric: [false, false, true, true, false],
    cells: cases.map(({ id, outcome, characters, cleanCharacters, steps }) => [
      id,
      say.outcomes[outcome],
      String(characters),
      String(cleanCharacters),
      stepCounts(steps, say),
    ]),
  };
}
