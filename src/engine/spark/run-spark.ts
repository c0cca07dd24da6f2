import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { UserError } from '../../errors.js';
import { quoteForShell } from '../../text/quote-for-shell.js';
import { explainSpark } from './explain-spark.js';
import type { FoundSpark } from './find-spark.js';

/** Characters at the end of what Spark says that are looked through when it fails. */
const KEPT = 1 << 18;

/** How Spark is run. */
export interface SparkRun extends FoundSpark {
  readonly arguments: readonly string[];
  readonly master: string;
  /** Its files lie here, and whatever it writes on this machine goes here. */
  readonly folder: string;
  /** Told that no worker has taken a part so far. */
  readonly onWaiting: () => void;
}

/**
 * Runs `spark-sql` to its end.
 * @returns what it printed
 * @throws UserError that of `explainSpark`
 */
export async function runSpark({
  program,
  env,
  arguments: args,
  master,
  folder,
  onWaiting,
}: SparkRun): Promise<string> {
  const child = spawn(program, [...args], {
    cwd: folder,
    env: { ...process.env, ...env, SPARK_SUBMIT_OPTS: submitOptions(folder) },
    // A group of its own, so that all of it can be ended.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => endGroup(child);
  process.prependOnceListener('exit', end);
  try {
    let out = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (/Initial job has not accepted any resources/.test(text)) onWaiting();
      said = (said + text).slice(-KEPT);
    });
    const [code, signal] = await once(child, 'close').catch((error: Error) => {
      throw new UserError('spark/failed', { reason: error.message });
    });
    if (code !== 0) throw explainSpark({ master, code: code ?? signal, said });
    return out;
  } finally {
    end();
    process.off('exit', end);
  }
}

/** Java puts what is temporary, which it does not always remove, where it is removed. */
function submitOptions(folder: string): string {
  const given = process.env['SPARK_SUBMIT_OPTS'];
  return [...(given ? [given] : []), quoteForShell(`-Djava.io.tmpdir=${folder}`)].join(' ');
}

/** Ends Spark with all that it started on this machine; workers end what they do when Spark is gone. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}
