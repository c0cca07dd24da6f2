import { UserError } from '../errors.js';
import { parseExactJson } from './exact-json.js';
import { problemOfJson } from './json-problem.js';

/** One JSON value and the line (from 1) it stands on. */
export interface JsonLine {
  readonly line: number;
  readonly value: unknown;
}

/**
 * The values of a text with one JSON value a line; blank lines count but hold nothing.
 * @throws UserError import/bad-record
 */
export function readJsonl(text: string, path: string): JsonLine[] {
  return text.split('\n').flatMap((json, index) => {
    const line = index + 1;
    if (json.trim() === '') return [];
    try {
      return [{ line, value: parseExactJson(json) }];
    } catch (error) {
      throw new UserError('import/bad-record', { path, line, place: '', problem: problemOfJson(error) });
    }
  });
}

/** One JSON value a line, each line ended. */
export function writeJsonl(values: Iterable<unknown>): string {
  let text = '';
  for (const value of values) text += `${JSON.stringify(value)}\n`;
  return text;
}
