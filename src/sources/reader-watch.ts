// A thread beside the reader: ends the process when it outgrows its memory or its parent is gone.
import { workerData } from 'node:worker_threads';

const INTERVAL_MS = 200;
const { megabytes } = workerData as { readonly megabytes: number };
const parent = process.ppid;

setInterval(() => {
  const isTooLarge = process.memoryUsage.rss() > megabytes * 2 ** 20;
  if (isTooLarge || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, INTERVAL_MS);
