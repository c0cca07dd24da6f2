import { createHash } from 'node:crypto';
import { UserError } from '../../errors.js';
import type { Case } from '../../model/case.js';
import type { AttributeTable, CaseRecord } from '../../model/case-record.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { caseId } from './case-id.js';
import { joinAttributes } from './join-attributes.js';
import { titleOf } from './title-of.js';

/** What came of the records: the cases by id, and what stood in the way of others. */
export interface BuiltCases {
  readonly cases: readonly Case[];
  readonly problems: readonly UserError[];
}

/**
 * The cases that records and the rows of an attribute table make. The id is the given one, else the path
 * without extension; the title the given one, else the table's, else what the text begins with.
 * Problems: import/empty-file, import/duplicate-id, import/attribute-without-case, import/missing-column.
 */
export function buildCases(
  records: readonly CaseRecord[],
  table: AttributeTable | null,
  { batch }: { readonly batch: string },
): BuiltCases {
  const { rowOf, problems } = joinAttributes(records, table);
  const cases = new Map<string, Case>();
  for (const record of records) {
    const row = rowOf.get(record);
    const id = row?.id ?? caseId(record);
    const first = cases.get(id);
    if (record.text.trim() === '') {
      problems.push(new UserError('import/empty-file', { path: record.source }));
    } else if (first !== undefined) {
      problems.push(new UserError('import/duplicate-id', { id, first: first.source, second: record.source }));
    } else {
      cases.set(id, {
        id,
        title: record.title ?? row?.title ?? titleOf(record.text, record.source) ?? id,
        text: record.text,
        attributes: { ...record.attributes, ...row?.attributes },
        source: record.source,
        version: createHash('sha256').update(record.text, 'utf8').digest('hex'),
        batch,
      });
    }
  }
  return { cases: [...cases.values()].sort((a, b) => compareByCodePoint(a.id, b.id)), problems };
}
