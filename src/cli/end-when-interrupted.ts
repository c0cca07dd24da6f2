import { UserError } from '../errors.js';
import { renderError } from '../messages/render-error.js';
import type { Io } from './io.js';

/** Has Ctrl-C end a filter at once: there is no project to leave in order. */
export function endWhenInterrupted(io: Io): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      io.note(renderError(io.say, new UserError('cli/interrupted', {})));
      process.exit(1);
    });
  }
}
