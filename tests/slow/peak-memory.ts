import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Outcome, outcomeOf } from '../e2e/program.js';
import { childrenOf } from '../engine/processes.js';

/** Megabytes that a process and its children hold now. */
function memoryOf(pid: number | undefined): number {
  return [pid, ...childrenOf(pid)].reduce<number>((sum, one) => {
    try {
      const status = readFileSync(`/proc/${one}/status`, 'utf8');
      return sum + Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1000;
    } catch {
      return sum;
    }
  }, 0);
}

/** How a command ended, and how many megabytes it and its children held at most; `meanwhile` feeds it. */
export async function outcomeWithPeak(
  child: ChildProcess,
  meanwhile?: () => Promise<unknown>,
): Promise<Outcome & { readonly peak: number }> {
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid));
  }, 50);
  try {
    const outcome = outcomeOf(child);
    await meanwhile?.();
    return { ...(await outcome), peak };
  } finally {
    clearInterval(watch);
  }
}
