import type { Argv } from 'yargs';
import type { ImportedCoding } from '../../workflow/import-coding.js';
import { defaultCoder } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, renderError, report } from '../io.js';

/** `zhagen import-coding <sheet>`: coding that a team made by hand. */
export function addImportCoding(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options, reports } = io.say;
  return cli.command(
    'import-coding <sheet>',
    commands['import-coding'],
    (command) =>
      command
        .positional('sheet', { type: 'string', demandOption: true, describe: options.codingFile })
        .option('map', {
          type: 'string',
          array: true,
          nargs: 1,
          demandOption: true,
          describe: options.codingMap,
        })
        .option('coder', { type: 'string', default: defaultCoder(), describe: options.codingCoder })
        .option('codebook', { type: 'string', requiresArg: true, describe: options.codingCodebook })
        .option('without-text', { type: 'boolean', describe: options.codingWithoutText })
        .option('min-score', { type: 'number', describe: options.minScore })
        .option('dry-run', { type: 'boolean', describe: options.codingDryRun })
        .option('skip-bad', { type: 'boolean', describe: options.codingSkipBad }),
    async ({ sheet, ...argv }) => {
      const { importCoding } = await import('../../workflow/import-coding.js');
      const mode = argv.dryRun ? 'rehearse' : 'create';
      const result = await inProject(io, argv, mode, (context) =>
        importCoding(context, { ...argv, path: sheet }),
      );
      report(io, argv, withProblems(io, result), reports.importedCoding(result));
      if (argv.quiet) return;
      for (const problem of result.problems) io.note(`  ${renderError(io.say, problem)}`);
    },
  );
}

/** The result with its problems as people read them. */
function withProblems(io: Io, result: ImportedCoding) {
  return { ...result, problems: result.problems.map((problem) => renderError(io.say, problem)) };
}
