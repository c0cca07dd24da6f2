import { UserError } from '../errors.js';
import type { SplitBy } from '../model/split-by.js';

/**
 * Reads where documents of many cases are split, as people write it: `heading` (of level 1), `heading:2`, `contents`; anything
 * else is a regular expression.
 * @throws UserError cli/bad-value
 */
export function readSplitBy(value: string | undefined): SplitBy | undefined {
  if (value === undefined) return undefined;
  if (value === 'contents') return { kind: 'contents' };
  const level = /^heading(?:[:：]([0-9]))?$/.exec(value);
  if (level) return { kind: 'heading', level: Number(level[1] ?? 1) };
  try {
    new RegExp(value, 'u');
  } catch {
    const known = 'heading:1, contents, ^案例';
    throw new UserError('cli/bad-value', { option: 'split-by', value, known });
  }
  return { kind: 'line', pattern: value };
}
