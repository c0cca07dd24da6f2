import { z } from 'zod';
import { rowShapes, type TableName } from '../model/table-rows.js';

/** How the numbers of a column are shown where a format can: whole, as per cent, with decimals, as a probability. */
export type NumberKind = 'count' | 'share' | 'measure' | 'probability';

/** Columns whose numbers are parts of a whole, 1 being all of it. */
const SHARES = /^(share|coverage|characterCoverage|margin|agreement|prevalence)$|(Share|Percent)$/;
/** Columns of error probabilities. */
const PROBABILITIES = /^(p|adjustedP)$/;

/** Finds of which kind the numbers of a column are. */
export function numberKind(name: TableName, column: string): NumberKind {
  if (SHARES.test(column)) return 'share';
  if (PROBABILITIES.test(column)) return 'probability';
  return isWhole((rowShapes[name] as z.ZodRawShape)[column]) ? 'count' : 'measure';
}

function isWhole(schema: unknown): boolean {
  if (schema instanceof z.ZodNumber) return schema.isInt || schema.format === 'safeint';
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? isWhole(schema.unwrap())
    : false;
}
