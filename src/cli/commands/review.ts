import { extname } from 'node:path';
import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { renderError, renderProblems } from '../../messages/render-error.js';
import { sheetKinds } from '../../model/sheet.js';
import type { ExportOptions } from '../../workflow/export-sheet.js';
import type { ImportedSheet } from '../../workflow/import-sheet.js';
import { defaultCoder } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { atLeast, splitNames } from '../options.js';

const actions = ['export', 'import'] as const;

/** `zhagen review export` and `zhagen review import <sheet>`: sheets that coders fill in where they are at home. */
export function addReview(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options, usage } = io.say;
  return cli.command(
    'review <action> [sheet]',
    commands.review,
    (command) =>
      command
        .positional('action', { choices: actions, demandOption: true, describe: options.reviewAction })
        .positional('sheet', { type: 'string', describe: options.sheetFile })
        .option('what', { choices: sheetKinds, requiresArg: true, describe: options.what })
        .option('coder', { type: 'string', describe: options.sheetCoder })
        .option('view', { type: 'string', requiresArg: true, describe: options.sheetView })
        .option('of', { type: 'string', requiresArg: true, describe: options.ofCoder })
        .option('hide-names', { type: 'boolean', describe: options['hide-names'] })
        .option('attendees', { type: 'string', requiresArg: true, describe: options.attendees })
        .option('codebook', { type: 'string', describe: options.codebook })
        .option('case', { type: 'string', requiresArg: true, describe: options.exportCases })
        .option('batch', { type: 'string', describe: options.batch })
        .option('sample', { type: 'string', requiresArg: true, describe: options.sample })
        .option('seed', { type: 'number', describe: options.seed, coerce: atLeast(io, 0, 'seed') })
        .option('out', { type: 'string', describe: options.sheetOut })
        .option('new', { type: 'boolean', describe: options.newInSheet })
        .option('dry-run', { type: 'boolean', describe: options.sheetDryRun })
        .option('skip-bad', { type: 'boolean', describe: options.sheetSkipBad }),
    async ({ action, sheet, ...argv }) => {
      if (action === 'export') return exportOne(io, argv);
      if (sheet === undefined) throw new UserError('cli/usage', { problem: usage.missingArgument });
      const { importSheet } = await import('../../workflow/import-sheet.js');
      const { new: isNew, dryRun, skipBad, coder } = argv;
      const attendees = splitNames(argv.attendees);
      const result = await inProject(io, argv, 'write', (context) =>
        importSheet(context, { path: sheet, coder, isNew, dryRun, skipBad, attendees }),
      );
      report(io, argv, withProblems(io, result), io.say.reports.importedSheet(result));
      if (argv.quiet) return;
      for (const problem of renderProblems(io.say, result.problems)) io.note(`  ${problem}`);
    },
  );
}

/** The flags of an export, which may be missing. */
type ExportFlags = Globals &
  Omit<ExportOptions, 'what' | 'coder'> & {
    readonly what?: ExportOptions['what'] | undefined;
    readonly coder?: string | undefined;
    readonly case?: string | undefined;
    readonly out?: string | undefined;
  };

/** Whether passages go into Word documents: one that is named, or a folder of them. */
const isForDocuments = (out: string) => /\.docx$/i.test(out) || extname(out) === '' || /[\\/]$/.test(out);

async function exportOne(
  io: Io,
  { what, out, coder = defaultCoder(), case: ids, ...argv }: ExportFlags,
): Promise<void> {
  const { usage, reports } = io.say;
  if (what === undefined) throw new UserError('cli/usage', { problem: usage.needsOption('--what') });
  if (out === undefined) throw new UserError('cli/usage', { problem: usage.needsOption('--out') });
  const cases = splitNames(ids);
  if (what === 'passages' && isForDocuments(out)) {
    const { exportDocuments } = await import('../../workflow/export-documents.js');
    const documents = await inProject(io, argv, 'read', (context) =>
      exportDocuments(context, { ...argv, cases }, out),
    );
    return report(io, argv, documents, reports.exportedDocuments(documents, out));
  }
  const { exportSheet } = await import('../../workflow/export-sheet.js');
  const exported = await inProject(io, argv, 'read', (context) =>
    exportSheet(context, { ...argv, what, coder, cases }, out),
  );
  report(io, argv, exported, reports.exportedSheet(exported, out));
}

/** The result with its problems as people read them. */
function withProblems(io: Io, result: ImportedSheet) {
  return { ...result, problems: result.problems.map((problem) => renderError(io.say, problem)) };
}
