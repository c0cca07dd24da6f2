import type { AgreementTable } from '../../../../messages/agreement-tables.js';
import { agreementWords } from '../../../../messages/web/agreement.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';

/** By which column a table is sorted, as the address has it: its name, the column, and which way. */
interface Sorting {
  readonly column: number;
  readonly isDescending: boolean;
}

/** A table of the report; the heads of its columns sort it. */
export function SortableTable({ table }: { readonly table: AgreementTable }) {
  const say = useWords(agreementWords);
  const { query, change } = useAddress();
  const sorting = readSorting(query.get('sort'), table.name);
  const sortBy = (column: number) => {
    const isSame = sorting?.column === column;
    const isOff = isSame && !sorting.isDescending;
    change({ sort: isOff ? '' : `${table.name}.${column}.${isSame ? 'up' : 'down'}` }, true);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="agreement-scroll" tabIndex={0} aria-label={table.title}>
      <table class="agreement-table">
        <thead>
          <tr>
            {table.header.map((head, at) => {
              const isSorted = sorting?.column === at;
              const direction = sorting?.isDescending ? 'descending' : 'ascending';
              return (
                <th
                  key={at}
                  class={at >= table.texts ? 'number' : ''}
                  aria-sort={isSorted ? direction : undefined}
                >
                  <button type="button" class="plain" title={say.sortBy(head)} onClick={() => sortBy(at)}>
                    {head}
                    {isSorted && <span aria-hidden="true">{sorting.isDescending ? ' ↓' : ' ↑'}</span>}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sortCells(table, sorting).map((cells) => (
            <tr key={cells.join('\t')}>
              {cells.map((cell, at) => (
                <td key={at} class={at >= table.texts ? 'number' : ''}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function readSorting(written: string | null, name: AgreementTable['name']): Sorting | null {
  const [of, column, direction] = written?.split('.') ?? [];
  return of === name ? { column: Number(column), isDescending: direction === 'down' } : null;
}

/** Numbers by their values, those that are undefined last either way; texts by their characters. */
function sortCells({ cells, texts }: AgreementTable, sorting: Sorting | null) {
  if (sorting === null) return cells;
  const { column, isDescending } = sorting;
  const sign = isDescending ? -1 : 1;
  const numberOf = (row: readonly string[]) => Number.parseFloat(row[column] ?? '');
  return cells.toSorted((one, other) => {
    if (column < texts) return sign * (one[column] ?? '').localeCompare(other[column] ?? '', 'zh');
    const [first, second] = [numberOf(one), numberOf(other)];
    if (Number.isNaN(first) || Number.isNaN(second))
      return Number(Number.isNaN(first)) - Number(Number.isNaN(second));
    return sign * (first - second);
  });
}
