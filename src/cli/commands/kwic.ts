import stringWidth from 'string-width';
import type { Argv } from 'yargs';
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
      const widest = (texts: string[]) => Math.max(0, ...texts.map((text) => stringWidth(text)));
      const places = lines.map((line) => `${line.caseId}  ${reports.passage(line)}`);
      const placeWidth = widest(places);
      const leftWidth = widest(lines.map(({ left }) => left));
      for (const [at, { left, keyword, right }] of lines.entries()) {
        const place = places[at] as string;
        const padded = place + ' '.repeat(placeWidth - stringWidth(place));
        io.print(
          printable(`${padded}  ${' '.repeat(leftWidth - stringWidth(left))}${left}【${keyword}】${right}`),
        );
      }
      io.note(reports.occurrences(lines));
    },
  );
}
