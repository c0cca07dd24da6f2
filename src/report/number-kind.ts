import { z } from 'zod';
import { rowShapes, type TableName } from '../model/table-rows.js';

/** How the numbers of a column are shown where a format can: whole, as per cent, with decimals, as a probability. */
export type NumberKind = 'count' | 'share' | 'measure' | 'probability';

const SHARES = /^(share|coverage|characterCoverage|margin|agreement|prevalence)$|(Share|Percent)$/;
const PROBABILITIES = /^(p|adjustedP)$/;

/** Whether the numbers of a column are parts of a whole, 1 being all of it. */
export const isShare = (column: string): boolean => SHARES.test(column);

/** Whether the numbers of a column are error probabilities. */
export const isProbability = (column: string): boolean => PROBABILITIES.test(column);

/** Finds of which kind the numbers of a column are. */
export function numberKind(name: TableName, column: string): NumberKind {
  if (isShare(column)) return 'share';
  if (isProbability(column)) return 'probability';
  return isWhole((rowShapes[name] as z.ZodRawShape)[column]) ? 'count' : 'measure';
}

function isWhole(schema: unknown): boolean {
  if (schema instanceof z.ZodNumber) return schema.isInt || schema.format === 'safeint';
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? isWhole(schema.unwrap())
    : false;
}
