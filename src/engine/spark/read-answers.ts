import { UserError } from '../../errors.js';
import { LINE_SEPARATOR } from './plan-spark.js';

/** What a worker answered for a part: its receipt as it was given, and what zhagen said besides. */
export interface PartAnswer {
  readonly receipt: string;
  readonly notes: readonly string[];
}

/**
 * Reads the receipts of all parts from the rows that Spark printed.
 * @returns the answers in the order of the parts
 * @throws UserError spark/part-failed of the first part that could not be made, spark/no-receipt
 */
export function readAnswers(printed: string, parts: number): PartAnswer[] {
  const answers = new Map<number, { readonly code: string; readonly lines: readonly string[] }>();
  for (const row of printed.split('\n')) {
    const [, part, code = '', answer = ''] = /^(\d+)\t([01])\t(.*)$/s.exec(row) ?? [];
    if (part !== undefined) answers.set(Number(part), { code, lines: answer.split(LINE_SEPARATOR) });
  }
  const numbers = Array.from({ length: parts }, (_, at) => at + 1);
  for (const part of numbers) {
    const answer = answers.get(part);
    if (answer?.code === '1') {
      throw new UserError('spark/part-failed', { part, of: parts, message: answer.lines.join('\n') });
    }
  }
  const found = numbers.map((part) => receiptIn(answers.get(part)?.lines ?? []));
  const without = numbers.filter((_, at) => found[at] === undefined);
  if (without.length > 0) throw new UserError('spark/no-receipt', { parts: without, of: parts });
  return found as PartAnswer[];
}

/** The receipt is JSON; what was not read is said before it. */
function receiptIn(lines: readonly string[]): PartAnswer | undefined {
  const at = lines.findLastIndex((line) => line.startsWith('{'));
  return at < 0 ? undefined : { receipt: lines[at] as string, notes: lines.slice(0, at) };
}
