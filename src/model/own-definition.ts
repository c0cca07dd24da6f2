import type { Code } from './codebook.js';

/** The definition that somebody wrote of a code; empty where it is but a name of it, which may change: former labels are among the terms. */
export function ownDefinition({ definition, label, terms }: Code): string {
  return [label.zh, label.en, ...terms].includes(definition) ? '' : definition;
}
