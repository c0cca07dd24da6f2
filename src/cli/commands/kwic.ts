import type { Argv } from 'yargs';
import type { ConcordanceLine } from '../../workflow/concordance.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { textWidth } from '../text-width.js';

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
      for (const piece of alignedLines(lines)) io.print(printable(piece));
      io.note(reports.occurrences(lines));
    },
  );
}

/** Lines that are printed together. */
const LINES_AT_ONCE = 1000;

/** The lines as text, the keywords under one another. */
function* alignedLines(lines: readonly ConcordanceLine[]): Generator<string> {
  const idWidths = new Map<string, number>();
  let leftWidth = 0;
  for (const { caseId, left } of lines) {
    if (!idWidths.has(caseId)) idWidths.set(caseId, textWidth(caseId));
    leftWidth = Math.max(leftWidth, textWidth(left));
  }
  let idWidth = 0;
  for (const width of idWidths.values()) idWidth = Math.max(idWidth, width);
  const align = ({ caseId, left, keyword, right }: ConcordanceLine) => {
    const id = caseId + ' '.repeat(idWidth - (idWidths.get(caseId) as number));
    return `${id}  ${' '.repeat(leftWidth - textWidth(left))}${left}【${keyword}】${right}`;
  };
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
    yield lines
      .slice(at, at + LINES_AT_ONCE)
      .map(align)
      .join('\n');
  }
}
