import type { Argv } from 'yargs';
import { UserError } from '../errors.js';
import type { PartCommand } from '../model/part.js';
import type { SparkListener, SparkOptions } from '../workflow/in-spark.js';
import type { PartFlags } from '../workflow/parts/part-flags.js';
import type { Globals, Io } from './io.js';
import { atLeast } from './options.js';
import { partFlags } from './part-options.js';
import { printMerged } from './print-lines.js';

/** What `--engine` and the options that go with it say. */
interface EngineArguments extends Globals, PartFlags {
  readonly engine: string;
  readonly master?: string | undefined;
  readonly parts?: number | undefined;
  readonly workers?: number | undefined;
  readonly dryRun?: boolean | undefined;
  readonly workFolder?: string | undefined;
  readonly archives?: string | undefined;
}

/** The options of commands that Spark can run, but for `--dry-run`. */
export function engineOptions<T>(command: Argv<T>, io: Io) {
  const { options } = io.say;
  return command
    .option('engine', { choices: ['local', 'spark'] as const, default: 'local', describe: options.engine })
    .option('master', { type: 'string', requiresArg: true, describe: options.master })
    .option('parts', { type: 'number', describe: options.parts, coerce: atLeast(io, 1, 'parts') })
    .option('work-folder', { type: 'string', requiresArg: true, describe: options['work-folder'] })
    .option('archives', { type: 'string', requiresArg: true, describe: options.archives });
}

/**
 * Does the work of a command in Spark where that is asked for, or prints what would be run.
 * @returns whether it was asked for
 * @throws UserError cli/usage
 */
export async function ranOnSpark(
  io: Io,
  argv: EngineArguments,
  command: PartCommand,
  paths: readonly string[],
): Promise<boolean> {
  const options = sparkOptions(io, argv, command, paths);
  if (options === undefined) return false;
  const { inSpark, planInSpark } = await import('../workflow/in-spark.js');
  if (argv.dryRun) {
    io.print(planInSpark(options));
    return true;
  }
  const { mergeParts } = await import('../workflow/parts/merge-parts.js');
  const { openProgress } = await import('./progress-bar.js');
  const { progress, close } = openProgress(io.say, argv);
  try {
    await inSpark(options, { progress, ...listen(io, argv, close) }, async (files) =>
      printMerged(io, argv, await mergeParts({ files, flags: {} })),
    );
  } finally {
    close();
  }
  return true;
}

/** What is said of Spark at work. */
function listen(io: Io, { quiet }: Globals, close: () => void): Omit<SparkListener, 'progress'> {
  const note = (line: string) => {
    if (!quiet) io.note(line);
  };
  let waits = 0;
  return {
    onWaiting: () => {
      waits += 1;
      if (waits === 1) note(io.say.spark.waiting);
    },
    onNotes: (lines) => lines.forEach(note),
    onMade: (parts, times) => {
      close();
      note(io.say.spark.made(parts, times));
    },
  };
}

/**
 * Refuses what speaks of an engine where the work is done on this machine.
 * @throws UserError cli/usage
 */
export function refuseEngine(io: Io, argv: EngineArguments, dryRun?: boolean): void {
  const { master, parts, workFolder, archives } = argv;
  const given = { master, parts, 'work-folder': workFolder, archives, 'dry-run': dryRun || undefined };
  const [name] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (name !== undefined) throw usage(io.say.usage.notTogether('--engine local', `--${name}`));
}

const usage = (problem: string) => new UserError('cli/usage', { problem });

function sparkOptions(
  io: Io,
  argv: EngineArguments,
  command: PartCommand,
  paths: readonly string[],
): SparkOptions | undefined {
  const { master, parts, workers, workFolder, archives } = argv;
  if (argv.engine !== 'spark') {
    refuseEngine(io, argv, argv.dryRun);
    return undefined;
  }
  if (master === undefined) throw usage(io.say.usage.needsOption('--master'));
  if (paths.length === 0) throw usage(io.say.usage.missingArgument);
  const flags = [`--lang=${io.language}`, ...writeFlags(partFlags(argv))];
  return { command, flags, paths, master, parts, workers, workFolder, archives };
}

/** Flags as they are written on a command line. */
function writeFlags(flags: PartFlags): string[] {
  return Object.entries(flags).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return value === true ? flag : `${flag}=${value}`;
  });
}
