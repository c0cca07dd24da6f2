import type { Argv } from 'yargs';
import { view, who } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { atLeast } from '../options.js';

/** `zhagen suggest [words…]`: codes that keywords may belong to, and why. */
export function addSuggest(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands, reports } = io.say;
  return cli.command(
    'suggest [words..]',
    commands.suggest,
    (command) =>
      view(who(command, io), io)
        .positional('words', { type: 'string', array: true, describe: options.words })
        .option('top', { type: 'number', describe: options.top, default: 3, coerce: atLeast(io, 1, 'top') })
        .option('codebook', { type: 'string', describe: options.codebook }),
    async (argv) => {
      const { suggestCodes } = await import('../../workflow/suggest.js');
      const rows = await inProject(io, argv, 'write', (context) => suggestCodes(context, argv));
      if (argv.json) return io.json(rows);
      if (rows.length === 0) return io.note(reports.nothingFound);
      for (const { word, suggestions } of rows) {
        io.print(printable(word));
        if (suggestions.length === 0) io.print(`  ${reports.nothingNear}`);
        for (const { code, score, reasons } of suggestions) {
          const why = reasons.map((reason) => reports.reason(reason)).join('; ');
          io.print(printable(`  ${score.toFixed(2)}  ${code}  (${why})`));
        }
      }
      io.note(reports.suggested);
    },
  );
}
