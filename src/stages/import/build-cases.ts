import { createHash } from 'node:crypto';
import { UserError } from '../../errors.js';
import type { CaseHead } from '../../model/case.js';
import type { AttributeTable, CaseRecord, LongText } from '../../model/case-record.js';
import { ALL_GROUPS } from '../../model/decisions/all-groups.js';
import { openCaseNames, type SameName } from './case-names.js';
import { openAttributes } from './open-attributes.js';
import { titleOf } from './title-of.js';

/** Makes cases of records one after the other, so that their texts need not be held together. */
export interface CaseBuilder {
  /** The case of a record. @throws UserError import/empty-file, import/empty-row, import/duplicate-id, import/reserved-value */
  readonly build: <Text extends string | LongText>(
    record: CaseRecord<Text>,
  ) => CaseHead & { readonly text: Text };
  /** What stood in the way of the attribute table, once all records have come. */
  readonly tableProblems: () => UserError[];
  /** The cases that no row of the attribute table fits; empty without a table. */
  readonly casesWithoutRow: () => string[];
  /** The cases whose ids keep the extension, in the order they came. */
  readonly sameNames: () => readonly SameName[];
}

/** The batch the cases come in, and the sources and titles that the project knows them by. */
export interface BuildOptions {
  readonly batch: string;
  readonly sourceBefore?: (id: string) => string | undefined;
  readonly titleBefore?: (id: string, version: string) => string | undefined;
}

/**
 * The builder for records from the given sources and the rows of an attribute table. The id is the given one,
 * else made of the path (`openCaseNames`); the title the given one, else the table's, else the one this very text
 * has had (`titleBefore`), else what the text begins with.
 */
export function openCaseBuilder(
  table: AttributeTable | null,
  sources: readonly string[],
  { batch, sourceBefore, titleBefore }: BuildOptions,
): CaseBuilder {
  const join = openAttributes(table, sources);
  const names = openCaseNames(sourceBefore);
  const withoutRow: string[] = [];
  return {
    build: (record) => {
      const proposed = names.propose(record);
      const row = join.take(record.source, proposed);
      const id = row?.id ?? proposed;
      refuseReserved(record.source, record.attributes);
      if (row) refuseReserved(row.place, row.attributes);
      refuseReserved(row?.place ?? record.source, { id });
      const { head, version } = describe(record.text);
      requireText(record);
      names.take(id, record.source);
      if (row === undefined && table !== null) withoutRow.push(id);
      const given = record.title ?? row?.title ?? titleBefore?.(id, version);
      return {
        id,
        title: given ?? titleOf(head, record.source) ?? id,
        text: record.text,
        attributes: { ...record.attributes, ...row?.attributes },
        source: record.source,
        version,
        batch,
      };
    },
    tableProblems: join.problems,
    casesWithoutRow: () => withoutRow,
    sameNames: names.sameNames,
  };
}

/**
 * Asks that a case has a text, unless it is to have none.
 * @throws UserError import/empty-file, import/empty-row
 */
export function requireText({ id, text, source, isWithoutText }: CaseRecord<string | LongText>): void {
  const head = typeof text === 'string' ? text : text.head;
  if (head.trim() !== '' || isWithoutText) return;
  throw new UserError(id === undefined ? 'import/empty-file' : 'import/empty-row', { path: source });
}

/** Asks that no case and no value of an attribute, which may name a group, is called as all groups are. */
function refuseReserved(place: string, values: Readonly<Record<string, string>>): void {
  const reserved = Object.entries(values).find(([, value]) => value.trim() === ALL_GROUPS);
  if (!reserved) return;
  throw new UserError('import/reserved-value', { place, field: reserved[0], value: ALL_GROUPS });
}

/** What identifies a text, and as much of it as a title may stand in. */
function describe(text: string | LongText): { readonly head: string; readonly version: string } {
  if (typeof text !== 'string') return text;
  return { head: text, version: createHash('sha256').update(text, 'utf8').digest('hex') };
}
