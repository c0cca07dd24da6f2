import type { PublishedChange } from '../../model/published-change.js';
import type { PublishedCell, PublishedTable } from '../../model/published-table.js';

/**
 * Lists what differs between two sets of published tables, in the order of the later one, rows that are gone after those that
 * are there. A row is known by its code, else by its name. Tables that only one of them has are left out.
 */
export function comparePublished(
  before: readonly PublishedTable[],
  now: readonly PublishedTable[],
): PublishedChange[] {
  return now.flatMap((table) => {
    const earlier = before.find(
      ({ name, codebookId }) => name === table.name && codebookId === table.codebookId,
    );
    return earlier ? compareTables(earlier, table) : [];
  });
}

function compareTables(before: PublishedTable, now: PublishedTable): PublishedChange[] {
  const columns = [...new Set(['name', ...now.columns, ...before.columns])];
  const [earlier, later] = [rowsOf(before), rowsOf(now)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((key) => {
    const [was, is] = [earlier.get(key), later.get(key)];
    const { codeId, name } = (is ?? was) as PublishedRow;
    return columns.flatMap((column) => {
      const cells = { before: was?.cells.get(column) ?? null, now: is?.cells.get(column) ?? null };
      if (cells.before === cells.now || isNothing(was, cells.now) || isNothing(is, cells.before)) return [];
      return { table: now.name, codebookId: now.codebookId, codeId, row: name, column, ...cells };
    });
  });
}

/** A row that came or went says nothing by its zeros. */
function isNothing(other: PublishedRow | undefined, cell: PublishedCell): boolean {
  return other === undefined && (cell === 0 || cell === '');
}

interface PublishedRow {
  readonly codeId: string | null;
  readonly name: string;
  readonly cells: ReadonlyMap<string, PublishedCell>;
}

function rowsOf({ columns, rows }: PublishedTable): Map<string, PublishedRow> {
  return new Map(
    rows.map(([codeId, name, ...cells]) => [
      codeId === null ? `"${name}` : codeId,
      {
        codeId,
        name,
        cells: new Map([
          ['name', name],
          ...columns.map((column, at) => [column, cells[at] ?? null] as const),
        ]),
      },
    ]),
  );
}
