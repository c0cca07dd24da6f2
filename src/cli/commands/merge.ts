import type { Argv } from 'yargs';
import { decisionOptions } from '../decision-options.js';
import { endWhenInterrupted } from '../end-when-interrupted.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { partFlags, partOptions } from '../part-options.js';
import { printMerged } from '../print-lines.js';

type MergeArgs = ReturnType<typeof mergeOptions> extends Argv<infer Args> ? Args : never;

/** What the names of parts end in; no keyword does. */
const PART = /\.part$/i;

/** `zhagen merge <words…>`: keywords into a core keyword; `zhagen merge <FILE.part…>`: parts into the whole. */
export function addMerge(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return cli.command(
    'merge <words..>',
    io.say.commands.merge,
    (command) => mergeOptions(command, io),
    (argv) => (argv.words.some((word) => PART.test(word)) ? mergeFiles(argv, io) : mergeKeywords(argv, io)),
  );
}

function mergeOptions(command: Argv<Globals>, io: Io) {
  return partOptions(decisionOptions('merge', command, io), io);
}

async function mergeFiles(argv: MergeArgs, io: Io): Promise<void> {
  endWhenInterrupted(io);
  const { mergeParts } = await import('../../workflow/parts/merge-parts.js');
  const merged = await mergeParts({ files: argv.words, flags: partFlags(argv), workers: argv.workers });
  await printMerged(io, argv, merged);
}

async function mergeKeywords(argv: MergeArgs, io: Io): Promise<void> {
  const { words, coder, reason, group, case: caseId, quote, new: isNew } = argv;
  const { decide } = await import('../../workflow/decide.js');
  const result = await inProject(io, argv, 'write', (context) =>
    decide(context, { kind: 'merge', words, coder, reason, group, caseId, quote, isNew }),
  );
  report(io, argv, result, io.say.reports.decided(result));
}
