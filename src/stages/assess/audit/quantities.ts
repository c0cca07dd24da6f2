import type { Quantity } from '../../../model/published-study.js';
import { type AuditedStudy, claimsOf, printed, tablesFor } from './audited-study.js';
import { sizeUnder } from './check-counts.js';
import { cleanWord } from './clean-word.js';
import { figuresOfWord, totalOfRows } from './figures.js';
import { exactly, type Interval } from './interval.js';

/** All values that the study gives for a quantity: one where it agrees with itself, none where it is not found. */
export function valuesOf(audited: AuditedStudy, quantity: Quantity): Interval[] {
  if (typeof quantity === 'number') return [exactly(quantity)];
  if ('thing' in quantity) {
    return claimsOf(audited, 'number')
      .filter(({ claim }) => claim.thing === quantity.thing)
      .map(({ claim }) => exactly(claim.value));
  }
  const tables = tablesFor(audited, quantity);
  if ('word' in quantity) {
    const word = cleanWord(quantity.word);
    return tables
      .flatMap((table) => figuresOfWord(table, quantity.measure, audited.words, word, quantity.level))
      .filter(({ total }) => total.isComplete)
      .map(({ total }) => total.sum);
  }
  const under = quantity.under === undefined ? null : cleanWord(quantity.under);
  const isNamed = quantity.table !== undefined;
  if ('measure' in quantity) {
    const { measure } = quantity;
    if (audited.study.distinct.includes(measure)) return statedSums(audited, measure);
    return [
      ...(under === null && !isNamed ? statedSums(audited, measure) : []),
      ...tables.flatMap((table) => {
        const rows = totalOfRows(table, measure, audited.words, under);
        return rows && (isNamed || rows.isComplete) ? [rows.sum] : [];
      }),
    ];
  }
  return tables.flatMap((table) => {
    const size = sizeUnder(audited, table, quantity.level, under);
    return size && (isNamed || table.extent === 'all')
      ? [{ value: size.literal, low: size.equated, high: size.literal }]
      : [];
  });
}

function statedSums(audited: AuditedStudy, measure: string): Interval[] {
  return claimsOf(audited, 'sum')
    .filter(
      ({ claim }) => claim.measure === measure && claim.under === undefined && claim.table === undefined,
    )
    .map(({ claim }) => exactly(claim.value));
}

/** A quantity as people name it. */
export function nameQuantity(quantity: Quantity): string {
  if (typeof quantity === 'number') return printed(quantity);
  if ('thing' in quantity) return quantity.thing;
  if ('word' in quantity) return `${quantity.word} · ${quantity.measure}`;
  const counted = 'measure' in quantity ? quantity.measure : quantity.level;
  return quantity.under === undefined ? counted : `${counted} · ${quantity.under}`;
}
