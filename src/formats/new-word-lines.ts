import { UserError } from '../errors.js';
import { type NewWord, newWordSchema } from '../model/new-word.js';
import { problemOfJson } from './json-problem.js';
import { placeOfIssue, problemOfIssue } from './schema-problem.js';

/**
 * Reads the new words that `discover` wrote, best first, as JSON lines or as a table with tabs and a row of names.
 * @throws UserError import/bad-record with the line
 */
export function readNewWordLines(text: string, path: string): NewWord[] {
  const lines = text.split(/\r?\n/);
  const isTable = !text.trimStart().startsWith('{');
  const columns = isTable ? (lines[0] ?? '').split('\t') : [];
  return lines.flatMap((line, index) => {
    if (line.trim() === '' || (isTable && index === 0)) return [];
    const value = isTable ? rowOf(columns, line.split('\t')) : parseLine(line, path, index + 1);
    const parsed = newWordSchema.safeParse(value, { reportInput: true });
    if (parsed.success) return [parsed.data];
    const [issue] = parsed.error.issues;
    throw new UserError('import/bad-record', {
      path,
      line: index + 1,
      place: placeOfIssue(issue),
      problem: problemOfIssue(issue),
    });
  });
}

function parseLine(line: string, path: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new UserError('import/bad-record', {
      path,
      line: number,
      place: '',
      problem: problemOfJson(error),
    });
  }
}

/** A row by its columns; all but the word and its part of speech are numbers, or say whether something is so. */
function rowOf(columns: readonly string[], cells: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((column, index) => {
      const cell = cells[index] ?? '';
      if (column === 'word' || column === 'pos' || cell === '') return [column, cell];
      return [column, column === 'inDictionary' ? cell === 'true' : Number(cell)];
    }),
  );
}
