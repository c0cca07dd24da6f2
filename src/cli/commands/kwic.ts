import stringWidth from 'string-width';
import type { Argv } from 'yargs';
import { greatest } from '../../text/many.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';

/** `zhagen kwic <word|code>`: every occurrence in its context, the keywords under one another. */
export function addKwic(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands, reports } = io.say;
  return cli.command(
    'kwic <word|code>',
    commands.kwic,
    (command) =>
      command.positional('word', { type: 'string', demandOption: true, describe: options.wordOrCode }),
    async (argv) => {
      const { concordance } = await import('../../workflow/concordance.js');
      const lines = await inProject(io, argv, 'read', ({ store }) => concordance(store, argv.word));
      if (argv.json) return io.json(lines);
      const widest = (texts: string[]) =>
        greatest(
          texts.map((text) => stringWidth(text)),
          0,
        );
      const idWidth = widest(lines.map(({ caseId }) => caseId));
      const leftWidth = widest(lines.map(({ left }) => left));
      for (const { caseId, left, keyword, right } of lines) {
        const id = caseId + ' '.repeat(idWidth - stringWidth(caseId));
        io.print(
          printable(`${id}  ${' '.repeat(leftWidth - stringWidth(left))}${left}【${keyword}】${right}`),
        );
      }
      io.note(reports.occurrences(lines));
    },
  );
}
