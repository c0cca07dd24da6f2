import { UserError } from '../errors.js';
import type { CaseRecord } from '../model/case-record.js';
import { parseExactJson } from './exact-json.js';
import { problemOfJson } from './json-problem.js';
import { openRowReader } from './jsonl-cases.js';
import type { CaseColumns } from './table-cases.js';

/**
 * The cases of a JSON file: an array with an object a case, as annotation programs export them, or one object.
 * @throws UserError import/corrupt-file, import/bad-item
 */
export function readJsonCases(text: string, path: string, columns: CaseColumns): CaseRecord[] {
  const readItem = openRowReader(path, columns, (item, place, problem) => {
    return new UserError('import/bad-item', { path, item, place, problem });
  });
  const items = parse(text, path);
  return (Array.isArray(items) ? items : [items]).map((value, at) => readItem(value, at + 1));
}

function parse(text: string, path: string): unknown {
  try {
    return parseExactJson(text);
  } catch (error) {
    throw new UserError('import/corrupt-file', { path, format: 'JSON', problem: problemOfJson(error) });
  }
}
