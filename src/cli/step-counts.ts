import type { Messages } from '../messages/messages.js';
import type { StepCount } from '../model/normalized-text.js';

/** The steps that changed something, each with its edits and the characters it took away: `hard-wraps 12 (−24)`. */
export function stepCounts(steps: readonly StepCount[], say: Pick<Messages, 'cleaningSteps'>): string {
  return steps
    .filter(({ edits }) => edits > 0)
    .map(({ step, edits, removed }) => {
      const fewer = removed === 0 ? '' : ` (${removed > 0 ? '−' : '+'}${Math.abs(removed)})`;
      return `${stepLabel(step, say)} ${edits}${fewer}`;
    })
    .join(', ');
}

/** The name of a cleaning step, with what it is called in the language of the messages. */
export function stepLabel(step: string, { cleaningSteps }: Pick<Messages, 'cleaningSteps'>): string {
  const label = Object.entries(cleaningSteps).find(([name]) => name === step)?.[1];
  return label === undefined ? step : `${step} ${label}`;
}
