import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import type { PartCommand } from '../../model/part.js';
import type { Share } from '../../model/share.js';
import { endWhenInterrupted } from '../end-when-interrupted.js';
import { type Globals, type Io, report } from '../io.js';
import { partFlags, partOptions } from '../part-options.js';

// Spelt out, because loading the schemas takes longer than the whole of --help.
const works = ['discover', 'terms', 'keywords', 'code'] as const satisfies readonly PartCommand[];

/** `zhagen part <work> <paths…> --part i/n --out FILE.part`: the work of a command on one part of a corpus. */
export function addPart(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'part <work> <paths..>',
    commands.part,
    (command) =>
      partOptions(command, io)
        .positional('work', { choices: works, demandOption: true, describe: options.partCommand })
        .positional('paths', { type: 'string', array: true, demandOption: true, describe: options.paths })
        .option('part', { type: 'string', demandOption: true, requiresArg: true, describe: options.part })
        .option('out', { type: 'string', demandOption: true, requiresArg: true, describe: options.partOut }),
    async (argv) => {
      endWhenInterrupted(io);
      const { writePart } = await import('../../workflow/parts/write-part.js');
      const { work, paths, out, workers } = argv;
      const written = await writePart({
        command: work,
        share: parseShare(argv.part),
        paths,
        out,
        flags: partFlags(argv),
        workers,
        onUnread: (parts) => {
          if (!argv.quiet) for (const line of io.say.reports.unread(parts)) io.note(line);
        },
      });
      report(io, argv, written, [io.say.reports.partWritten(written)]);
    },
  );
}

function parseShare(given: string): Share {
  const [, part, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(given) ?? []).map(Number);
  if (!part || !of || part > of) throw new UserError('parts/bad-number', { given });
  return { part, of };
}
