import type { AttributeType } from '../../model/attribute-type.js';
import { codePointLength } from '../../text/code-points.js';

const INTEGER = /^[+-]?(?:0|[1-9]\d*)$/;
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/;
const DATE =
  /^\d{4}[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?$|^\d{4}年(?:(?:0?[1-9]|1[0-2])月(?:(?:0?[1-9]|[12]\d|3[01])日)?)?$/;
const LONGEST_CATEGORY = 30;
/** A category has at least so many cases for each of its values, on average. */
const FEWEST_REPEATS = 2;

const PATTERNS = { integer: INTEGER, number: NUMBER, date: DATE } as const;

/** What the values of an attribute are: the first type that fits all of them, empty ones aside. */
export function inferAttributeType(values: readonly string[]): AttributeType {
  const given = filled(values);
  if (given.length === 0) return 'text';
  const types = ['integer', 'date', 'number'] as const;
  const type = types.find((one) => countMisfits(given, one) === 0);
  if (type !== undefined) return type;
  const isShort = given.every((value) => codePointLength(value) <= LONGEST_CATEGORY);
  const comesAgain = new Set(given).size * FEWEST_REPEATS <= given.length;
  return isShort && comesAgain ? 'category' : 'text';
}

/** How many values are not of a type; any value may be a category or a text. */
export function countMisfits(values: readonly string[], type: AttributeType): number {
  if (type === 'category' || type === 'text') return 0;
  return filled(values).filter((value) => !PATTERNS[type].test(value)).length;
}

function filled(values: readonly string[]): string[] {
  return values.map((value) => value.trim()).filter((value) => value !== '');
}
