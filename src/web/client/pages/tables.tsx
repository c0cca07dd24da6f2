import { tablesWords } from '../../../messages/web/tables.js';
import { Fetched } from '../components/fetched.js';
import { Folding } from '../components/folding.js';
import { api } from '../state/api.js';
import { useWords } from '../state/preferences.js';
import { useResource } from '../state/resource.js';
import { FigureView } from './tables/figure-view.js';
import { TableView } from './tables/table-view.js';

/** All tables and figures of the project: one of them shown, with its evidence one click away. */
export function TablesPage({
  kind = 'table',
  name = 'frequency',
}: {
  readonly kind: string | undefined;
  readonly name: string | undefined;
}) {
  const say = useWords(tablesWords);
  const listed = useResource('tables', () => api.tables.$get());
  const title = listed.data?.[kind === 'figure' ? 'figures' : 'tables'].find(
    (one) => one.name === name,
  )?.title;
  return (
    <div class="tables">
      <Fetched {...listed}>
        {({ tables, figures }) => (
          <nav class="tables-list" aria-label={say.title}>
            <Folding head={say.title} chosen={name}>
              <List head={say.tables} kind="table" chosen={kind === 'table' ? name : ''} rows={tables} />
              <List head={say.figures} kind="figure" chosen={kind === 'figure' ? name : ''} rows={figures} />
            </Folding>
          </nav>
        )}
      </Fetched>
      <section key={name} class="table-view">
        <h1>{title}</h1>
        {kind === 'figure' ? <FigureView name={name} /> : <TableView name={name} />}
      </section>
    </div>
  );
}

/** What is chosen may lie further down in the list. */
function showInList(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest' });
}

function List({
  head,
  kind,
  chosen,
  rows,
}: {
  readonly head: string;
  readonly kind: 'table' | 'figure';
  readonly chosen: string;
  readonly rows: readonly { readonly name: string; readonly title: string; readonly isOnRequest?: boolean }[];
}) {
  const say = useWords(tablesWords);
  return (
    <>
      <p>{head}</p>
      <ul aria-label={head}>
        {rows.map(({ name, title, isOnRequest = false }) => (
          <li key={name}>
            <a
              ref={name === chosen ? showInList : null}
              href={`/tables/${kind}/${name}`}
              aria-current={name === chosen ? 'page' : undefined}
            >
              {title}
              {isOnRequest && <small title={say.onRequest}>&nbsp;…</small>}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
