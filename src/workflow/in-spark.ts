import { chmodSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { checkPart } from '../engine/spark/check-part.js';
import { findSpark } from '../engine/spark/find-spark.js';
import { IN_USE, isLocal, partPath, planSpark, type SparkJob } from '../engine/spark/plan-spark.js';
import { reachMaster } from '../engine/spark/reach-master.js';
import { readAnswers } from '../engine/spark/read-answers.js';
import { runSpark } from '../engine/spark/run-spark.js';
import { writeDryRun } from '../engine/spark/write-dry-run.js';
import { openSpillFolder } from '../engine/spill.js';
import { UserError } from '../errors.js';
import type { PartCommand } from '../model/part.js';
import { PROGRAM } from '../paths.js';
import type { Progress } from '../project/context.js';
import { readToolVersion } from '../sources/tool-version.js';
import { removeLeftFolders } from '../temporary-folder.js';

/** What is to be done in Spark, and how. */
export interface SparkOptions {
  readonly command: PartCommand;
  /** The command's own options, as on a command line. */
  readonly flags: readonly string[];
  readonly paths: readonly string[];
  readonly master: string;
  readonly parts?: number | undefined;
  /** Processes of each part; one when nobody says how many. */
  readonly workers?: number | undefined;
  /** A folder that all workers see under this name. */
  readonly workFolder?: string | undefined;
  /** A packed folder of `npm run package` for workers that have neither Node nor zhagen. */
  readonly archives?: string | undefined;
}

/** Milliseconds from the start of Spark to the first part that was begun, and from there to the last that was made. */
export interface SparkTimes {
  readonly start: number;
  readonly parts: number;
}

/** What is told while Spark works. */
export interface SparkListener {
  readonly progress: Progress;
  /** No worker has taken a part so far. */
  readonly onWaiting: () => void;
  /** What zhagen said on a worker of the files that it read. */
  readonly onNotes: (lines: readonly string[]) => void;
  readonly onMade: (parts: number, times: SparkTimes) => void;
}

/** Parts for a cluster of which nobody says how large it is. */
const PARTS = 16;

/** Milliseconds between two looks at what is made. */
const LOOK = 300;

/** What `inSpark` would do, as a script; Spark need not be on this machine. */
export function planInSpark(options: SparkOptions): string {
  const workFolder = resolve(folderFor(options), 'zhagen-parts');
  return writeDryRun(planSpark(jobOf(options, workFolder)), nameSpark(), workFolder);
}

function nameSpark(): string {
  try {
    return findSpark(process.env).program;
  } catch (error) {
    if (error instanceof UserError && error.code === 'spark/missing') return 'spark-sql';
    throw error;
  }
}

/**
 * Has Spark make the parts of a command, and passes them on once all are there and as their receipts say. They are removed
 * when whoever gets them is done.
 * @throws UserError spark/…, `spark/part-failed` with what the command itself would have said
 */
export async function inSpark(
  options: SparkOptions,
  listener: SparkListener,
  use: (parts: readonly string[]) => Promise<void>,
): Promise<void> {
  if (process.platform === 'win32') throw new UserError('spark/on-windows', {});
  const spark = findSpark(process.env);
  await reachMaster(options.master);
  const within = folderFor(options);
  removeLeftFolders(within);
  const work = openSpillFolder(within);
  const staging = openSpillFolder();
  try {
    // Workers may be another user, to whom the folder was opened.
    if (options.workFolder !== undefined) chmodSync(work.folder, statSync(within).mode);
    writeFileSync(join(work.folder, IN_USE), '');
    const job = jobOf(options, work.folder);
    const plan = planSpark(job);
    for (const [name, text] of Object.entries(plan.files)) writeFileSync(join(staging.folder, name), text);
    if (plan.archive) symlinkSync(plan.archive.path, join(staging.folder, plan.archive.name));
    const run = { ...spark, arguments: plan.arguments, master: job.master, folder: staging.folder };
    const printed = await watching(runSpark({ ...run, onWaiting: listener.onWaiting }), job, listener);
    const version = readToolVersion();
    const paths = readAnswers(printed, job.parts).map(({ receipt, notes }, at) => {
      listener.onNotes(notes);
      const path = partPath(work.folder, at + 1);
      checkPart(path, at + 1, receipt, version);
      return path;
    });
    await use(paths);
  } finally {
    staging.close();
    work.close();
  }
}

/** Shows how many parts are made until Spark has ended. */
async function watching(
  running: Promise<string>,
  { workFolder, parts }: SparkJob,
  { progress, onMade }: SparkListener,
): Promise<string> {
  const began = performance.now();
  let first: number | undefined;
  let ended = false;
  const end = running.finally(() => {
    ended = true;
  });
  end.catch(() => {});
  while (!ended) {
    const names = readdirSync(workFolder).filter((name) => name !== IN_USE);
    if (names.length > 0) first ??= performance.now();
    await progress('parts', names.filter((name) => name.endsWith('.part')).length, parts);
    await Promise.race([end.catch(() => {}), sleep(LOOK)]);
  }
  const printed = await end;
  const now = performance.now();
  onMade(parts, { start: (first ?? now) - began, parts: now - (first ?? now) });
  return printed;
}

function folderFor({ master, workFolder }: SparkOptions): string {
  return resolve(workFolder ?? (isLocal(master) ? tmpdir() : '.'));
}

function jobOf(options: SparkOptions, workFolder: string): SparkJob {
  const { command, flags, paths, master, workers = 1, archives } = options;
  if (paths.includes('-')) throw new UserError('spark/no-input', {});
  return {
    command,
    arguments: [...flags, '--', ...paths],
    master,
    parts: options.parts ?? partsFor(master),
    workers,
    folder: process.cwd(),
    workFolder,
    program:
      archives === undefined
        ? { node: process.execPath, main: fileURLToPath(new URL('cli/main.js', PROGRAM)) }
        : { archive: resolve(archives) },
  };
}

/** One for each core where these are known. */
function partsFor(master: string): number {
  const [, cores] = /^local(?:\[(\d+|\*))?/.exec(master) ?? [];
  if (cores !== undefined) return cores === '*' ? availableParallelism() : Number(cores);
  return isLocal(master) ? 1 : PARTS;
}
