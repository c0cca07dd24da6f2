import { setImmediate } from 'node:timers/promises';
import type { SingleBar } from 'cli-progress';
import { UserError } from '../errors.js';
import type { Messages } from '../messages/messages.js';
import type { Progress, ProgressStep } from '../project/context.js';

/** Milliseconds between two breaths, in which an interruption is heard and the bar moves. */
const BREATH = 40;

/** A progress bar on standard error, silent when that is no terminal, and the ear for Ctrl-C. */
export function openProgress(
  say: Messages,
  { quiet }: { readonly quiet: boolean },
): { progress: Progress; close: () => void } {
  let bar: SingleBar | undefined;
  let shown: ProgressStep | null = null;
  let breathed = 0;
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const show = async (step: ProgressStep, done: number, total: number | null) => {
    if (quiet || !process.stderr.isTTY) return;
    bar ??= await makeBar();
    if (step !== shown) bar.start(total ?? 0, done, { step: say.steps[step] });
    else bar.update(done);
    shown = step;
  };
  return {
    progress: async (step, done, total) => {
      const now = performance.now();
      if (done !== total && done !== 0 && now - breathed < BREATH) return;
      breathed = now;
      await show(step, done, total);
      await setImmediate();
      if (interrupted) throw new UserError('cli/interrupted', {});
    },
    close: () => {
      bar?.stop();
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}

/** Loaded when something takes long enough to be shown: most commands do not. */
async function makeBar(): Promise<SingleBar> {
  const { SingleBar } = await import('cli-progress');
  return new SingleBar({
    format: '{step} {bar} {value}/{total}',
    hideCursor: true,
    clearOnComplete: true,
    noTTYOutput: false,
    stream: process.stderr,
  });
}
