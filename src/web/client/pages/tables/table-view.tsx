import { proposalsWords } from '../../../../messages/web/proposals.js';
import { tablesWords } from '../../../../messages/web/tables.js';
import type { TableName } from '../../../../model/table-name.js';
import type { TablePage } from '../../../../workflow/read-table-page.js';
import { Fetched } from '../../components/fetched.js';
import { HiddenCases } from '../../components/hidden-cases.js';
import { Pager } from '../../components/pager.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useKept, useResource } from '../../state/resource.js';
import { caseLink, evidenceOf } from './evidence-link.js';
import { ExportMenu } from './export-menu.js';
import { firstColumns } from './shown-columns.js';
import { TableFilters } from './table-filters.js';

/** Rows of a page. */
const LIMIT = 100;

/** One table: a page of its rows, sorted and filtered as the address says, each number with a way to its evidence. */
export function TableView({ name }: { readonly name: string }) {
  const say = useWords(tablesWords);
  const hides = useWords(proposalsWords);
  const { query, change } = useAddress();
  const offset = Number(query.get('offset') ?? 0);
  const asked = { ...Object.fromEntries(query), offset: String(offset), limit: String(LIMIT) };
  const isWhole = query.get('columns') === 'all';
  const shownOf = (table: TablePage) => (isWhole ? [...table.columns.keys()] : firstColumns(table));
  const page = useKept(
    useResource(`table ${name} ${JSON.stringify(asked)}`, (sending) =>
      api.tables[':name'].$get({ param: { name: name as TableName }, query: asked }, sending),
    ),
  );
  return (
    <>
      <div class="row">
        <TableFilters name={name} />
        {page.data !== null && (
          <>
            <span class="muted">{say.rows(page.data.matching, page.data.all)}</span>
            <span class="space" />
            <label>
              <input
                type="checkbox"
                checked={isWhole}
                onChange={({ currentTarget }) => change({ columns: currentTarget.checked ? 'all' : '' })}
              />{' '}
              {say.allColumns}
            </label>
            <ExportMenu table={name} />
          </>
        )}
      </div>
      <Fetched {...page}>
        {(table: TablePage) => (
          <>
            <details class="muted caption">
              <summary>{say.caption}</summary>
              <p>{table.caption}</p>
            </details>
            {table.hidden.rows > 0 && (
              <HiddenCases
                text={hides.rowsHidden(table.hidden.rows, table.hidden.cases.length)}
                cases={table.hidden.cases}
              />
            )}
            {table.cells.length === 0 ? (
              <p class="note">{say.none}</p>
            ) : (
              <Grid table={table} shown={shownOf(table)} />
            )}
            <Pager offset={offset} size={LIMIT} total={table.matching} />
          </>
        )}
      </Fetched>
    </>
  );
}

/** A table as it is shown: the places of its columns that are. */
interface Shown {
  readonly table: TablePage;
  readonly shown: readonly number[];
}

function Grid({ table, shown }: Shown) {
  const say = useWords(tablesWords);
  const { query, change } = useAddress();
  const sorted = query.get('column');
  const direction = query.get('direction');
  // What stands before a word in its context ends at the word.
  const kinds = table.columns.map((name, at) => `${kindOf(table, at)}${name === 'left' ? ' before' : ''}`);
  const sortBy = (column: string) =>
    change(
      column !== sorted
        ? { column, direction: 'down', offset: '' }
        : direction === 'down'
          ? { direction: 'up', offset: '' }
          : { column: '', direction: '', offset: '' },
    );
  return (
    // A wide table scrolls by keys, too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="grid" tabIndex={0} aria-label={table.title}>
      <table>
        <thead>
          <tr>
            {shown.map((at) => {
              const head = headInWords(table.header[at] ?? '');
              const column = table.columns[at] ?? '';
              const isSorted = column === sorted;
              return (
                <th
                  key={column}
                  class={kinds[at]}
                  aria-sort={isSorted ? (direction === 'up' ? 'ascending' : 'descending') : undefined}
                >
                  <button type="button" class="plain" title={say.sortBy(head)} onClick={() => sortBy(column)}>
                    {head}
                    {isSorted && <span aria-hidden="true">{direction === 'up' ? ' ↑' : ' ↓'}</span>}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.cells.map((cells, row) => (
            <Line
              key={cells.join('\t')}
              table={table}
              shown={shown}
              kinds={kinds}
              cells={cells}
              row={table.rows[row] ?? {}}
            />
          ))}
        </tbody>
        {table.total && (
          <tfoot>
            <tr>
              {shown.map((at) => (
                <td key={table.columns[at]} class={kinds[at]}>
                  {table.total?.[at]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

/** What stands in a column: numbers, a word, some words or whole sentences, by the longest of its cells. */
function kindOf({ numeric, cells }: TablePage, at: number): 'number' | 'word' | 'words' | 'sentences' {
  if (numeric[at]) return 'number';
  const longest = Math.max(0, ...cells.map((row) => row[at]?.length ?? 0));
  if (longest > 40) return 'sentences';
  return longest > 12 ? 'words' : 'word';
}

/** A head as it is read: in English heads are the names of fields, such as `coreKeyword`. */
const headInWords = (head: string) =>
  head.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function Line({
  table: { columns, numeric },
  shown,
  kinds,
  cells,
  row,
}: Shown & {
  readonly kinds: readonly string[];
  readonly cells: readonly string[];
  readonly row: TablePage['rows'][number];
}) {
  const say = useWords(tablesWords);
  const evidence = evidenceOf(row);
  const inCase = caseLink(row);
  return (
    <tr>
      {shown.map((at) => {
        const cell = cells[at] ?? '';
        const column = columns[at] ?? '';
        const link =
          numeric[at] && Number.isInteger(row[column]) ? evidence : column === 'caseId' ? inCase : null;
        return (
          <td key={column} role={at === shown[0] ? 'rowheader' : undefined} class={kinds[at]}>
            {link === null ? (
              cell
            ) : (
              <a href={link} title={say.evidence}>
                {cell}
              </a>
            )}
          </td>
        );
      })}
    </tr>
  );
}
