import type { Argv } from 'yargs';
import type { ImportReport } from '../../workflow/import-cases.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, renderError, report } from '../io.js';
import { importOptions } from '../options.js';

/** `zhagen import <paths…>`. */
export function addImport(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return cli.command(
    'import <paths..>',
    io.say.commands.import,
    (command) => importOptions(command, io),
    async (argv) => {
      const { importCases } = await import('../../workflow/import-cases.js');
      const result = await inProject(io, argv, 'create', (context) => importCases(context, argv));
      const shown = importResult(io, result);
      report(io, argv, shown, [
        ...io.say.reports.imported(result),
        ...shown.skipped.map((line) => `  ${line}`),
      ]);
    },
  );
}

/** What importing did, with the messages of what was left out. */
export function importResult(io: Io, result: ImportReport) {
  return { ...result, skipped: result.skipped.map((problem) => renderError(io.say, problem)) };
}
