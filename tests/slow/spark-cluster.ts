import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { until } from '../engine/processes.js';

/** Where PySpark lies; throws what is missing, so that tests without it fail and are not left out. */
export function sparkHome(): string {
  const home = process.env['ZHAGEN_TEST_SPARK'];
  if (!home)
    throw new Error(
      'set ZHAGEN_TEST_SPARK to the folder of PySpark 4 (pip install pyspark==4.3.0), as .ci/run does',
    );
  if (spawnSync('java', ['-version']).status !== 0)
    throw new Error('Java 17 is missing: install openjdk-17-jre-headless');
  return home;
}

/** A standalone cluster on this machine: a master, and workers of one core on addresses of their own. */
export interface Cluster {
  readonly master: string;
  /** The process of the executor that a worker runs for an application; undefined while it has none. */
  readonly executorOf: (worker: number) => number | undefined;
  readonly killWorker: (worker: number) => void;
  readonly stop: () => void;
}

/** Starts a cluster; whoever starts it stops it. Its processes have what `env` says and nothing of these tests. */
export async function startCluster(home: string, folder: string, env: NodeJS.ProcessEnv): Promise<Cluster> {
  const started: ChildProcess[] = [];
  const stop = () => {
    for (const { pid } of started) kill(-(pid as number));
  };
  // Also where the start itself fails.
  process.once('exit', stop);
  const run = (name: string, address: string, args: readonly string[]) => {
    const place = join(folder, name);
    mkdirSync(place, { recursive: true });
    const log = openSync(join(folder, `${name}.log`), 'w');
    const child = spawn(join(home, 'bin/spark-class'), args, {
      detached: true,
      env: { ...env, SPARK_HOME: home, SPARK_LOCAL_IP: address, SPARK_LOCAL_DIRS: place },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    started.push(child);
    return child;
  };
  const port = 17_000 + (process.pid % 10_000);
  const master = `spark://127.0.0.1:${port}`;
  const place = ['--host', '127.0.0.1', '--port', String(port), '--webui-port', '0'];
  run('master', '127.0.0.1', ['org.apache.spark.deploy.master.Master', ...place]);
  await untilListening(port);
  const workers = [2, 3].map((number) => {
    const address = `127.0.0.${number}`;
    const own = ['--host', address, '--webui-port', '0', '--cores', '1', '--memory', '1g'];
    const work = ['--work-dir', join(folder, `worker-${number}`)];
    return run(`worker-${number}`, address, [
      'org.apache.spark.deploy.worker.Worker',
      ...own,
      ...work,
      master,
    ]);
  });
  await until(() => said(folder, 'master').match(/Registering worker/g)?.length === workers.length, 120);
  return {
    master,
    executorOf: (worker) =>
      startedBy(workers[worker]?.pid).find((pid) => commandOf(pid).includes('Executor')),
    killWorker: (worker) => kill(-(workers[worker]?.pid as number)),
    stop,
  };
}

async function untilListening(port: number): Promise<void> {
  let isOpen = false;
  await until(() => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      isOpen = true;
      socket.destroy();
    });
    socket.once('error', () => {});
    return isOpen;
  }, 120);
}

/** What a process of the cluster wrote so far. */
function said(folder: string, name: string): string {
  return readdirSync(folder).includes(`${name}.log`) ? readFileSync(join(folder, `${name}.log`), 'utf8') : '';
}

/** The child processes of all threads of a process. */
function startedBy(pid: number | undefined): number[] {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return [];
  return readdirSync(tasks).flatMap((thread) => {
    try {
      return readFileSync(`${tasks}/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    } catch {
      return [];
    }
  });
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}
