import { useMemo, useRef } from 'preact/hooks';
import { casesWords } from '../../../../messages/web/cases.js';
import { Fetched } from '../../components/fetched.js';
import { usePageKeys } from '../../components/key-sheet.js';
import { PagedRows } from '../../components/paged-rows.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';
import { CaseFacets } from './case-facets.js';
import { CaseRows, CasesHead, columnsOf } from './case-rows.js';
import { PAGE, useCases } from './use-cases.js';

/** Height of a row, as the sheet of styles has it. */
const ROW = 34;

/** The cases of the project: found, narrowed by facets and sorted; all of it is kept in the address. */
export function CasesPage() {
  const say = useWords(casesWords);
  const { query, change } = useAddress();
  const first = useCases(query, 0);
  const search = useRef<HTMLInputElement>(null);
  const shown = query.getAll('column');
  const columns = columnsOf(shown);
  const keys = useMemo(
    () => ({
      '/': () => search.current?.focus(),
      j: () => moveFocus(1),
      k: () => moveFocus(-1),
      ArrowDown: () => moveFocus(1),
      ArrowUp: () => moveFocus(-1),
    }),
    [],
  );
  usePageKeys(keys, say.keys);
  return (
    <div class="cases">
      <div class="row">
        <h1>{say.title}</h1>
        <input
          ref={search}
          type="search"
          class="cases-find"
          aria-label={say.find}
          placeholder={say.find}
          value={query.get('find') ?? ''}
          onInput={({ currentTarget }) => change({ find: currentTarget.value }, true)}
        />
        {first.data !== null && (
          <output class="cases-count">{say.count(first.data.matching, first.data.total)}</output>
        )}
        {first.data !== null && first.data.counted < first.data.total && (
          <span class="muted">{say.notCounted(first.data.total - first.data.counted)}</span>
        )}
      </div>
      <Fetched {...first}>
        {({ matching, facets, attributes }) => (
          <div class="cases-body">
            <CaseFacets facets={facets} attributes={attributes} shown={shown} />
            {matching === 0 ? (
              <p class="note">{say.nothing}</p>
            ) : (
              <PagedRows
                total={matching}
                rowHeight={ROW}
                size={PAGE}
                label={say.title}
                head={<CasesHead columns={columns} />}
                page={(offset, height) => (
                  <CaseRows key={offset} offset={offset} height={height} columns={columns} />
                )}
              />
            )}
          </div>
        )}
      </Fetched>
    </div>
  );
}

/** Goes to the link of the next case, or of the one before. */
function moveFocus(step: number): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a.cases-link')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
}
