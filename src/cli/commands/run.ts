import type { Argv } from 'yargs';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { importOptions, mineOptions, refuseBesideStatistics } from '../options.js';
import { importResult } from './import.js';

/** `zhagen run <paths…>`: all steps, then the tables into `--out`. */
export function addRun(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands, reports } = io.say;
  return cli.command(
    'run <paths..>',
    commands.run,
    (command) =>
      mineOptions(importOptions(command, io), io)
        .option('rules', { type: 'string', describe: options.rules })
        .option('codebook', { type: 'string', describe: options.codebook })
        .option('out', { type: 'string', describe: options.out }),
    async (argv) => {
      refuseBesideStatistics(io, argv);
      const { importSettings } = await import('../import-settings.js');
      const { runAll } = await import('../../workflow/run-all.js');
      const result = await inProject(io, argv, 'create', (context) =>
        runAll(context, { ...argv, ...importSettings(argv) }),
      );
      report(io, argv, { ...result, import: importResult(io, result.import) }, [
        ...reports.imported(result.import),
        ...importResult(io, result.import).skipped.map((line) => `  ${line}`),
        ...reports.mined(result.mine),
        ...reports.screened(result.screen),
        ...reports.coded(result.code),
        ...(argv.out === undefined ? [] : reports.wrote(argv.out, result.files)),
        ...reports.took(result.milliseconds),
      ]);
    },
  );
}
