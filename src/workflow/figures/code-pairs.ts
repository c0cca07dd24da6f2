import { UserError } from '../../errors.js';
import type { Code } from '../../model/codebook.js';
import type { PairRow } from '../../model/table-rows.js';
import { frameworkInUse } from '../../project/find-code.js';
import type { FigureUnit } from '../../report/figures/figure-words.js';
import { makeTable } from '../make-table.js';
import type { Table } from '../table.js';
import type { FigureInput } from './figure-request.js';
import { filterOf } from './figure-source.js';

/** A code that meets another in at least one unit, and in how many units it is. */
export interface MeetingCode {
  readonly id: string;
  readonly label: string;
  readonly units: number;
}

/** The codes of a level that meet others, in the codebook's order, and their pairs. */
export interface CodePairs {
  readonly table: Table;
  readonly codes: readonly MeetingCode[];
  readonly pairs: readonly PairRow[];
}

/** Fewer codes have no structure that a figure could show. */
const FEWEST = 3;

/**
 * Reads which codes meet: those that most units have where there are more than can be drawn.
 * @throws UserError figure/too-few-codes
 */
export function codePairs(
  { store, request, language }: FigureInput,
  unit: FigureUnit,
  most: number,
): CodePairs {
  const { name, level, rows = most } = request;
  const { codebook } = frameworkInUse(store, request.codebook);
  const table = makeTable({ store }, { ...filterOf(request), name: 'cooccurrence', level, unit });
  const all = table.rows as readonly PairRow[];
  const units = new Map<string, number>();
  for (const row of all) units.set(row.codeId, row.units).set(row.otherCodeId, row.otherUnits);
  const met = codebook.codes.filter(({ id }) => units.has(id));
  if (met.length < FEWEST) {
    throw new UserError('figure/too-few-codes', { figure: name, codes: met.length, least: FEWEST });
  }
  const count = ({ id }: Code) => units.get(id) ?? 0;
  const kept = new Set([...met].sort((a, b) => count(b) - count(a)).slice(0, Math.min(rows, most)));
  const codes = met
    .filter((code) => kept.has(code))
    .map((code) => ({ id: code.id, label: code.label[language], units: count(code) }));
  const ids = new Set(codes.map(({ id }) => id));
  return {
    table,
    codes,
    pairs: all.filter(({ codeId, otherCodeId }) => ids.has(codeId) && ids.has(otherCodeId)),
  };
}
