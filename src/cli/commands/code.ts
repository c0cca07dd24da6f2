import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import type { UnreadPart } from '../../sources/read-case-file.js';
import { viewAndWhose, viewRequest } from '../coder-options.js';
import { endWhenInterrupted } from '../end-when-interrupted.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { engineOptions, ranOnSpark, refuseEngine } from '../on-spark.js';
import { printJsonLines } from '../print-lines.js';

/** `zhagen code`, of a project; `zhagen code <paths…>`: a filter from files of cases to the codings proposed for each case. */
export function addCode(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return cli.command(
    'code [paths..]',
    io.say.commands.code,
    (command) =>
      engineOptions(viewAndWhose(command, io), io)
        .positional('paths', { type: 'string', array: true, describe: io.say.options.codedPaths })
        .option('codebook', { type: 'string', describe: io.say.options.codebook })
        .option('explain', { type: 'string', describe: io.say.options.explain })
        .option('dry-run', { type: 'boolean', default: false, describe: io.say.options['dry-run'] }),
    async (argv) => {
      const { explain, codebook, paths = [] } = argv;
      const isInSpark = argv.engine === 'spark';
      if (paths.length > 0 || isInSpark) {
        endWhenInterrupted(io);
        const isRehearsed = argv.dryRun && !isInSpark;
        if (explain !== undefined || isRehearsed || argv.view !== undefined || argv.coder !== undefined) {
          throw new UserError('cli/usage', { problem: io.say.usage.codedFiles });
        }
        if (await ranOnSpark(io, argv, 'code', paths)) return;
        const { codeFiles } = await import('../../workflow/code-files.js');
        const onUnread = (parts: readonly UnreadPart[]) => {
          if (!argv.quiet) for (const line of io.say.reports.unread(parts)) io.note(line);
        };
        return printJsonLines(io, codeFiles({ files: paths, codebook: codebook ?? 'six-pillars', onUnread }));
      }
      refuseEngine(io, argv);
      if (explain !== undefined) {
        const { printExplanation } = await import('../explain.js');
        return printExplanation(io, argv, explain, viewRequest(argv));
      }
      if (argv.view !== undefined || argv.coder !== undefined) {
        throw new UserError('cli/usage', { problem: io.say.usage.viewOfCoding });
      }
      const { codeCases } = await import('../../workflow/code-cases.js');
      // A rehearsal works on a copy of a project, which must be there.
      if (argv.dryRun) await inProject(io, argv, 'read', () => {});
      const result = await inProject(io, argv, argv.dryRun ? 'rehearse' : 'write', (context) =>
        codeCases(context, { codebook }),
      );
      const { screenedBy, coded, conflicting, changed, nothingWritten } = io.say.reports;
      report(io, argv, result, [
        screenedBy(result.rules),
        ...coded(result),
        ...conflicting(result.conflicts),
        ...(result.changes ? changed(result.changes) : []),
        ...(argv.dryRun ? [nothingWritten] : []),
      ]);
    },
  );
}
