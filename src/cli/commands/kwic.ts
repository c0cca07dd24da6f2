import stringWidth from 'string-width';
import type { Argv } from 'yargs';
import { concordance } from '../../workflow/concordance.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';

/** `zhagen kwic <word|code>`: every occurrence in its context, the keywords under one another. */
export function addKwic(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands, reports } = io.say;
  return cli.command(
    'kwic <wordOrCode>',
    commands.kwic,
    (command) =>
      command.positional('wordOrCode', { type: 'string', demandOption: true, describe: options.wordOrCode }),
    async (argv) => {
      const lines = await inProject(io, argv, 'read', ({ store }) => concordance(store, argv.wordOrCode));
      if (argv.json) return io.print(JSON.stringify(lines));
      if (lines.length === 0) io.note(reports.nothingFound);
      const widest = (texts: string[]) => Math.max(0, ...texts.map((text) => stringWidth(text)));
      const idWidth = widest(lines.map(({ caseId }) => caseId));
      const leftWidth = widest(lines.map(({ left }) => left));
      for (const { caseId, left, keyword, right } of lines) {
        const id = caseId + ' '.repeat(idWidth - stringWidth(caseId));
        io.print(
          printable(`${id}  ${' '.repeat(leftWidth - stringWidth(left))}${left}【${keyword}】${right}`),
        );
      }
    },
  );
}
