import type { CodedRequest } from '../project/choose-view.js';
import { explainCase } from '../workflow/explain-case.js';
import { inProject } from './in-project.js';
import { type Globals, type Io, printable } from './io.js';

/** Prints passage by passage which code was proposed and by which term or rule. */
export async function printExplanation(
  io: Io,
  globals: Globals,
  caseId: string,
  request: CodedRequest,
): Promise<void> {
  const rows = await inProject(io, globals, 'read', (context) => explainCase(context, caseId, request));
  if (globals.json) return io.print(JSON.stringify(rows));
  if (rows.length === 0) io.note(io.say.reports.nothingFound);
  let before = -1;
  for (const { start, quote, code, keyword, rule, polarity } of rows) {
    if (start !== before) io.print(printable(quote));
    before = start;
    io.print(
      printable(
        `    ${polarity === 'contradicts' ? '− ' : ''}${code}  【${keyword}】${rule === null ? '' : `  ${rule}`}`,
      ),
    );
  }
}
