import type { Argv } from 'yargs';
import { kwicOrders } from '../../model/kwic-order.js';
import type { ConcordanceLine } from '../../workflow/concordance.js';
import { viewAndWhose, viewRequest } from '../coder-options.js';
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
      viewAndWhose(command, io)
        .positional('word', { type: 'string', demandOption: true, describe: options.wordOrCode })
        .option('sort', { choices: kwicOrders, describe: options.kwicSort }),
    async (argv) => {
      const { concordance } = await import('../../workflow/concordance.js');
      const { leftOutKinds } = await import('../../project/left-out-passages.js');
      const { casesWithoutText } = await import('../../workflow/show-cases.js');
      const { lines, kinds, withoutText } = await inProject(io, argv, 'read', (context) => {
        const found = concordance(context, argv.word, viewRequest(argv));
        const kinds = found.length === 0 ? leftOutKinds(context, argv.word) : [];
        return { lines: found, kinds, withoutText: casesWithoutText(context) };
      });
      if (argv.json) return io.json(lines);
      for (const piece of alignedLines(lines, reports.passage)) io.print(printable(piece));
      io.note(reports.occurrences(lines));
      for (const note of reports.withoutText(withoutText)) io.note(note);
      if (kinds.length > 0) io.note(reports.occursInLeftOut(kinds));
    },
  );
}

/** Lines that are printed together. */
const LINES_AT_ONCE = 1000;

/** The lines as text, the keywords under one another. */
function* alignedLines(
  lines: readonly ConcordanceLine[],
  sayPassage: (line: ConcordanceLine) => string,
): Generator<string> {
  let placeColumns = 0;
  let leftColumns = 0;
  const measured = lines.map((line) => {
    const place = `${line.caseId}  ${sayPassage(line)}`;
    const [placeWidth, leftWidth] = [textWidth(place), textWidth(line.left)];
    placeColumns = Math.max(placeColumns, placeWidth);
    leftColumns = Math.max(leftColumns, leftWidth);
    return { line, place, placeWidth, leftWidth };
  });
  const align = ({ line, place, placeWidth, leftWidth }: (typeof measured)[number]) => {
    const padded = place + ' '.repeat(placeColumns - placeWidth);
    const { left, keyword, right } = line;
    return `${padded}  ${' '.repeat(leftColumns - leftWidth)}${left}【${keyword}】${right}`;
  };
  for (let at = 0; at < measured.length; at += LINES_AT_ONCE) {
    yield measured
      .slice(at, at + LINES_AT_ONCE)
      .map(align)
      .join('\n');
  }
}
