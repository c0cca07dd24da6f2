import { z } from 'zod';
import { rowShapes, type TableName } from '../model/table-rows.js';
import { chineseValues } from './values.js';

/** What a column of a table holds: its type, and the values of a closed set, in both languages. */
export interface DescribedColumn {
  readonly type: 'text' | 'list' | 'integer' | 'number' | 'boolean';
  readonly values: { readonly zh: string; readonly en: string };
}

/** Describes a column from the shape of the rows of its table. */
export function describeColumn(name: TableName, column: string): DescribedColumn {
  const schema = innerOf((rowShapes[name] as z.ZodRawShape)[column]);
  const options = schema instanceof z.ZodEnum ? schema.options.map(String) : [];
  const chinese = chineseValues[column] ?? {};
  return {
    type: typeOf(schema),
    values: { en: options.join('; '), zh: options.map((one) => chinese[one] ?? one).join('；') },
  };
}

function innerOf(schema: unknown): unknown {
  const isWrapped =
    schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly;
  return isWrapped ? innerOf(schema.unwrap()) : schema;
}

function typeOf(schema: unknown): DescribedColumn['type'] {
  if (schema instanceof z.ZodBoolean) return 'boolean';
  if (schema instanceof z.ZodArray) return 'list';
  if (!(schema instanceof z.ZodNumber)) return 'text';
  return schema.format === 'safeint' || schema.isInt ? 'integer' : 'number';
}
