import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether the processes of a process can be listed here. */
export const CAN_LIST_PROCESSES = existsSync('/proc/self/task');

/** The ids of the child processes that a process has now. */
export function childrenOf(pid = process.pid): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return children === '' ? [] : children.split(' ').map(Number);
  } catch {
    return [];
  }
}

/** Whether a process still runs. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits until something is so; fails after some seconds. */
export async function until(isSo: () => boolean, seconds = 10): Promise<void> {
  for (const deadline = Date.now() + 1000 * seconds; !isSo(); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(`not so within ${seconds} seconds: ${isSo}`);
  }
}
