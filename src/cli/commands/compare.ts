import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { viewAndWhose, viewRequest } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { shortRule } from '../short-rule.js';

/** `zhagen compare <code> [<code>]`: the passages of one or two codes side by side. */
export function addCompare(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands, reports } = io.say;
  return cli.command(
    'compare <codes..>',
    commands.compare,
    (command) =>
      viewAndWhose(command, io)
        .positional('codes', { type: 'string', array: true, demandOption: true, describe: options.codes })
        .option('codebook', { type: 'string', describe: options.codebook }),
    async (argv) => {
      const { length } = argv.codes;
      if (length > 2) throw new UserError('cli/usage', { problem: io.say.usage.tooManyCodes(length) });
      const { compareCodes } = await import('../../workflow/compare-codes.js');
      const rows = await inProject(io, argv, 'read', (context) =>
        compareCodes(context, argv.codes, viewRequest(argv)),
      );
      if (argv.json) return io.print(JSON.stringify(rows));
      if (rows.length === 0) io.note(reports.nothingFound);
      for (const { caseId, quote, codes } of rows) {
        const given = codes
          .map(
            ({ code, keywords, rules, polarity }) =>
              `${polarity === 'contradicts' ? '−' : ''}${code}【${[...keywords, ...rules.map(shortRule)].join('；')}】`,
          )
          .join(' ');
        io.print(printable(`${caseId}  ${given}\n    ${quote || `（${reports.wholeCase}）`}`));
      }
    },
  );
}
