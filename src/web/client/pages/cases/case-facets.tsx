import { casesWords } from '../../../../messages/web/cases.js';
import type { BrowsedCases } from '../../../../workflow/browse-cases.js';
import { Folding } from '../../components/folding.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';

/** The facets beside the list: each value with its cases, chosen or not; several of one facet widen the choice. */
export function CaseFacets({
  facets,
  attributes,
  shown,
}: Pick<BrowsedCases, 'facets' | 'attributes'> & { readonly shown: readonly string[] }) {
  const say = useWords(casesWords);
  const { query, change } = useAddress();
  const [where, open] = [query.getAll('where'), query.getAll('open')];
  const toggle = (all: readonly string[], one: string) =>
    all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
  const labelOf = (name: string, value: string) => {
    if (name === '@state') return say.states[value] ?? value;
    if (value !== '') return value;
    return name === '@pillar' ? say.uncoded : say.none;
  };
  return (
    <aside class="cases-facets" aria-label={say.narrow}>
      <Folding head={where.length > 0 ? `${say.narrow} · ${where.length}` : say.narrow}>
        {where.length > 0 && (
          <button type="button" onClick={() => change({ where: [] })}>
            {say.clear}
          </button>
        )}
        {facets.map(({ name, values, more }) => (
          <section key={name} aria-label={say.facets[name] ?? name}>
            <h2>{say.facets[name] ?? name}</h2>
            {values.map(({ value, cases, isChosen }) => (
              <button
                type="button"
                key={value}
                class="cases-facet"
                aria-pressed={isChosen}
                onClick={() => change({ where: toggle(where, `${name}=${value}`) })}
              >
                <span title={labelOf(name, value)}>{labelOf(name, value)}</span>
                <span class="number">{cases}</span>
              </button>
            ))}
            {(more > 0 || open.includes(name)) && (
              <button
                type="button"
                class="cases-facet muted"
                aria-expanded={more === 0}
                onClick={() => change({ open: toggle(open, name) }, true)}
              >
                {more > 0 ? say.more(more) : say.fewer}
              </button>
            )}
          </section>
        ))}
        {attributes.length > 0 && (
          <section aria-label={say.shownColumns}>
            <h2>{say.shownColumns}</h2>
            {attributes.map((name) => (
              <label key={name} class="cases-column">
                <input
                  type="checkbox"
                  checked={shown.includes(name)}
                  onChange={() => change({ column: toggle(shown, name) }, true)}
                />
                {say.facets[name] ?? name}
              </label>
            ))}
          </section>
        )}
      </Folding>
    </aside>
  );
}
