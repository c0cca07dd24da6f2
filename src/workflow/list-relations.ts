import type { Codebook } from '../model/codebook.js';
import { type RelationRow, relationRowSchema } from '../model/rows/people-rows.js';
import { codebookInForce } from '../project/applied-codebook.js';
import type { ReadContext } from '../project/context.js';
import { codebookToDecide } from '../project/find-code.js';
import { type RelationInWords, relationsOfGoneCodes, statedRelations } from '../project/stated-relations.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { sourceOfPeople } from './source-of-people.js';
import type { Table } from './table.js';

/** Whose relations are listed, and of which codebook: the one last applied where none is named. */
export interface RelationFilter {
  readonly codebook?: string | undefined;
  readonly coder?: string | undefined;
}

/** What grows out of the codes of a codebook. */
export interface ListedTheory {
  readonly core: string | null;
  readonly storyline: string | null;
  readonly relations: readonly RelationRow[];
  /** Relations that name a code which the codebook no longer has: they count for nothing until it has it again. */
  readonly ofGoneCodes: readonly RelationInWords[];
}

/**
 * Lists the core category, storyline and relations of a codebook.
 * @throws UserError decide/not-coded, tables/unknown-codebook
 */
export function listTheory({ store }: ReadContext, filter: RelationFilter = {}): ListedTheory {
  const { codebook } = codebookToDecide(store, 'relate', filter.codebook);
  const { core, storyline } = codebook.theory ?? {};
  return {
    core: codebook.codes.find(({ id }) => id === core)?.label.zh ?? null,
    storyline: storyline ?? null,
    relations: relationRows(store, codebook, filter),
    ofGoneCodes: relationsOfGoneCodes(store, codebook.id),
  };
}

/** The relations of a codebook in code point order of their codes, and the codebook; none before any coding. */
export function listRelations(
  store: Store,
  filter: RelationFilter,
): { readonly codebook: Codebook | undefined; readonly rows: readonly RelationRow[] } {
  const codebook =
    filter.codebook === undefined
      ? codebookInForce(store)?.codebook
      : codebookToDecide(store, 'relate', filter.codebook).codebook;
  return { codebook, rows: codebook ? relationRows(store, codebook, filter) : [] };
}

/** The relations as people stated them, as a table. */
export function statedRelationTable({ store }: ReadContext, filter: RelationFilter): Table {
  const { codebook, rows } = listRelations(store, filter);
  return {
    name: 'relations',
    columns: Object.keys(relationRowSchema.shape),
    rows,
    source: sourceOfPeople(store, filter, codebook),
  };
}

function relationRows(store: Store, { id }: Codebook, { coder }: RelationFilter): RelationRow[] {
  const rows = new Map<string, RelationRow>();
  for (const { from, to, relation, coder: by } of statedRelations(store, id)) {
    const key = JSON.stringify([from.id, relation.kind, to.id]);
    if (rows.has(key) || (coder !== undefined && by !== coder)) continue;
    rows.set(key, {
      from: from.label,
      fromId: from.id,
      relation: relation.kind,
      to: to.label,
      toId: to.id,
      coder: by,
      reason: relation.memo ?? '',
    });
  }
  return [...rows.values()].sort(
    (one, other) =>
      compareByCodePoint(one.from, other.from) ||
      compareByCodePoint(one.relation, other.relation) ||
      compareByCodePoint(one.to, other.to),
  );
}
