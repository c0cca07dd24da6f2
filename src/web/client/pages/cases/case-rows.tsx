import { casesWords } from '../../../../messages/web/cases.js';
import type { BrowsedCase } from '../../../../workflow/browse-cases.js';
import { caseAddress } from '../../components/case-address.js';
import { Filler } from '../../components/paged-rows.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';
import { useCases } from './use-cases.js';

/** The columns of the list: the attributes that are asked for come after the title. */
export function columnsOf(attributes: readonly string[]): readonly string[] {
  return ['id', 'title', ...attributes, 'pillar', 'characters', 'done'];
}

/** The heads of the columns, each of which sorts. */
export function CasesHead({ columns }: { readonly columns: readonly string[] }) {
  const say = useWords(casesWords);
  const { query, change } = useAddress();
  const sort = query.get('sort') ?? 'id';
  return (
    <>
      <colgroup>
        {columns.map((one) => (
          <col key={one} class={`cases-${one}`} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((one) => {
            const state = sort === one ? 'ascending' : sort === `-${one}` ? 'descending' : 'none';
            const label = say.columns[one] ?? say.facets[one] ?? one;
            return (
              <th key={one} aria-sort={state}>
                <button
                  type="button"
                  class="plain"
                  title={say.sortBy(label)}
                  onClick={() => change({ sort: state === 'ascending' ? `-${one}` : one }, true)}
                >
                  {label}
                  {state === 'none' ? '' : state === 'ascending' ? ' ↑' : ' ↓'}
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
    </>
  );
}

/** The cases of one page of the list. */
export function CaseRows({
  offset,
  height,
  columns,
}: {
  readonly offset: number;
  readonly height: number;
  readonly columns: readonly string[];
}) {
  const { query } = useAddress();
  const { data } = useCases(query, offset);
  if (data === null) return <Filler height={height} />;
  return (
    <tbody>
      {data.rows.map((one, at) => (
        <tr
          key={one.id}
          aria-rowindex={offset + at + 2}
          class={one.isExcluded || one.isSealed ? 'cases-out' : ''}
        >
          {columns.map((column) => (
            <td
              key={column}
              role={column === 'id' ? 'rowheader' : undefined}
              class={column === 'characters' ? 'number' : ''}
            >
              <CaseCell one={one} column={column} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function CaseCell({ one, column }: { readonly one: BrowsedCase; readonly column: string }) {
  const say = useWords(casesWords);
  switch (column) {
    case 'id':
      return (
        <a class="cases-link" href={caseAddress(one.id)}>
          {one.id}
        </a>
      );
    case 'title':
      return (
        <>
          <span title={one.title}>{one.title}</span>{' '}
          {marksOf(one, say).map((mark) => (
            <em key={mark} class="badge warning">
              {mark}
            </em>
          ))}
        </>
      );
    case 'pillar':
      return one.pillar === null ? (
        <span class="muted">{say.uncoded}</span>
      ) : (
        <span title={one.pillar}>{one.pillar}</span>
      );
    case 'characters':
      return <>{one.characters.toLocaleString('en')}</>;
    case 'done':
      return (
        <>
          {one.done.map(({ coder, checkedBy }) => (
            <span
              key={coder}
              class="cases-done-by"
              title={checkedBy.length > 0 ? say.checked(coder, checkedBy.join('、')) : say.done(coder)}
            >
              {checkedBy.length > 0 ? '✓✓' : '✓'} {coder}
            </span>
          ))}
        </>
      );
    default:
      return (
        <span title={one.attributes[column]}>
          {one.attributes[column] ?? <span class="muted">{say.none}</span>}
        </span>
      );
  }
}

function marksOf(one: BrowsedCase, say: (typeof casesWords)['zh']): string[] {
  return [
    ...(one.isExcluded ? [say.states['excluded'] ?? ''] : []),
    ...(one.isSealed ? [say.states['sealed'] ?? ''] : []),
    ...(one.sealedStatements > 0 ? [say.sealedStatements(one.sealedStatements)] : []),
    ...(one.chosen === null ? [] : [`${say.states['chosen']} ${one.chosen}`]),
  ];
}
