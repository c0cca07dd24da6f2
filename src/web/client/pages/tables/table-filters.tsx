import { tablesWords } from '../../../../messages/web/tables.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';

/** What a table can be asked, beside its rows; a field that a table does not know is refused with a message. */
const FIELDS: Readonly<Record<string, readonly ('by' | 'word' | 'codebooks' | 'coders')[]>> = {
  kwic: ['word'],
  crosstab: ['by'],
  keyness: ['by'],
  keywords: ['by'],
  weights: ['by'],
  pillars: ['by'],
  'pillar-evidence': ['by'],
  crosswalk: ['codebooks'],
  correspondence: ['codebooks'],
  reliability: ['coders'],
};

/** The fields above a table, kept in the address. */
export function TableFilters({ name }: { readonly name: string }) {
  const say = useWords(tablesWords);
  const { query, change } = useAddress();
  const { data: project } = useResource('project', () => api.project.$get());
  const coders = project?.isOpen ? project.coders.filter((coder) => coder !== 'zhagen') : [];
  return (
    <>
      <label>
        {say.filter}{' '}
        <input
          type="search"
          value={query.get('filter') ?? ''}
          onInput={({ currentTarget }) => change({ filter: currentTarget.value, offset: '' }, true)}
        />
      </label>
      {(FIELDS[name] ?? []).map((field) => (
        <label key={field}>
          {say.options[field]}{' '}
          <input
            value={query.get(field) ?? ''}
            onChange={({ currentTarget }) => change({ [field]: currentTarget.value, offset: '' })}
          />
        </label>
      ))}
      {coders.length > 1 && (
        <label>
          {say.options.view}{' '}
          <select
            value={query.get('view') ?? ''}
            onChange={({ currentTarget }) => change({ view: currentTarget.value, offset: '' })}
          >
            <option value="">{say.settled}</option>
            {coders.map((coder) => (
              <option key={coder} value={`coder:${coder}`}>
                {coder}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
