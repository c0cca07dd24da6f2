import type { Problem } from '../model/problem.js';

/** Where JSON breaks off or goes wrong, if the parser says so. */
export function problemOfJson(error: unknown): Problem {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return { kind: 'json', position: position === undefined ? null : Number(position) + 1 };
}
